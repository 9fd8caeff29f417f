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
  "the progress of a city": "/r/350600000000/progress",
  "a list of projects": "/r/350600000000/projects?kind=housing&late=1",
  "an empty list": "/r/350600000000/projects?q=没有",
  "the funds of a city": "/r/350600000000/funds",
  "the notices of a county": "/r/350622000000/notices",
  "a late project": "/projects/zhangzhou-p1095",
  "a doubtful figure": "/figures/zhangzhou-29",
  "the releases": "/releases",
  "a release": "/releases/2",
  "what a release changed": "/releases/2/changes?place=350600000000",
  "a village as of a former release": "/r/350622105209?release=1",
  "a project that was withdrawn": "/projects/luoyang-p0581?release=1",
  "the money of a city": "/r/350600000000/money",
  "the money of a village": "/r/350622105209/money",
  "what the rules ask about a city": "/r/350600000000/flags",
  "the clock of all places": "/clock",
  "the clock of a county": "/r/350622000000/clock",
  "what does not add up in a city": "/r/350600000000/reconciliation",
  "a village's notice on one sheet": "/r/350622105209/notice-sheet",
  "open data": "/open-data",
  "the list of rules": "/packs",
  "the rules of today": "/packs/demo-2026",
  "rules of the past": "/packs/zhangzhou-2016",
  "what this is": "/about",
  "a complaint about a figure": "/complain?about=figure/zhangzhou-29",
  "a complaint in general": "/complain",
  "following a case": "/track",
};

/** Addresses that lead nowhere, and the status that says so. */
export const ERRORS: Record<string, [string, number]> = {
  "a page that is not there": ["/nothing", 404],
  "a place that is not there": ["/r/999999999999", 404],
  "an address without sense": ["/r/350600000000/projects?kind=nonsense", 400],
};

/** Goes to a notice, whose address changes with the demo data. */
export const A_NOTICE = { from: "/r/350622105209/notices", link: ".record__name a" };
