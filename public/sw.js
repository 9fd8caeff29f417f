// Keeps the self-check for when there is no network: its two pages and what they load. Nothing that a
// family said is among it: answers are never part of an address or of these pages.
const CACHE = "yangguang-check";
const IS_PAGE = /^(\/en)?\/check(\/replay)?$/;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function page(request, path) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(path, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(path);
    if (kept) return kept;
    throw error;
  }
}

async function asset(request) {
  const kept = await (await caches.open(CACHE)).match(request.url);
  return kept || fetch(request);
}

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== self.location.origin) return;
  if (IS_PAGE.test(pathname)) event.respondWith(page(event.request, pathname));
  else if (pathname.startsWith("/assets/")) event.respondWith(asset(event.request));
});
