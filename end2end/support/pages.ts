// Every kind of page that has an address.

export const PAGES: Record<string, string> = {
  "the first page": "/",
  "the search": "/search",
  "a search that finds": "/search?q=火田",
  "a search that finds nothing": "/search?q=没有",
  "a province": "/r/350000000000",
  "a city": "/r/350600000000",
  "a county": "/r/350622000000",
  "a town": "/r/350622105000",
  "a village": "/r/350622105209",
  "progress": "/r/350600000000/progress",
  "a list of projects": "/r/350600000000/projects?kind=housing&late=1",
  "an empty list": "/r/350600000000/projects?q=没有",
  "funds": "/r/350600000000/funds",
  "notices": "/r/350622000000/notices",
  "a project": "/projects/zhangzhou-p1095",
  "a notice": "",
  "a doubtful figure": "/figures/zhangzhou-29",
  "a release": "/releases/1",
  "what this is": "/about",
  "a complaint about a figure": "/complain?about=figure/zhangzhou-29",
  "following a case": "/track",
};

/** Addresses that lead to no page. */
export const ERRORS: Record<string, [string, number]> = {
  "a page that is not there": ["/nothing", 404],
  "a place that is not there": ["/r/999999999999", 404],
  "an address without sense": ["/r/350600000000/projects?kind=nonsense", 400],
};
