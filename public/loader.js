// Brings the island to life once the page is drawn. If anything fails, an old browser or a lost
// connection, the forms go on working through the server, so nothing is said.
const root = document.documentElement;
const { js, wasm, book } = document.getElementById("loader").dataset;

async function load() {
  const bytes = fetch(book).then((it) => it.arrayBuffer());
  const program = await import(js);
  await program.default({ module_or_path: wasm });
  if (program.begin(new Uint8Array(await bytes))) keepForOffline().catch(() => {});
}

// The pages and files of the self-check, so that it opens without a network too. Of older files only
// the other language's book stays.
async function keepForOffline() {
  if (!("serviceWorker" in navigator) || !("caches" in window)) return;
  await navigator.serviceWorker.register("/sw.js");
  const base = location.pathname.startsWith("/en/") ? "/en" : "";
  const files = [...document.querySelectorAll("link[href^='/assets/'], script[src^='/assets/']")];
  const names = files.map((it) => it.getAttribute("href") || it.getAttribute("src"));
  const wanted = new Set([...names, js, wasm, book, `${base}/check`, `${base}/check/replay`]);
  const cache = await caches.open("yangguang-check");
  for (const request of await cache.keys()) {
    const path = new URL(request.url).pathname;
    if (path.startsWith("/assets/") && !wanted.has(path) && !path.startsWith("/assets/book.")) {
      await cache.delete(request);
    }
  }
  await Promise.all([...wanted].map((it) => cache.add(it)));
}

// Larger text without leaving the page: what was answered so far stays.
const sizes = document.querySelector(".text-size");
sizes.addEventListener("submit", (event) => {
  event.preventDefault();
  const button = sizes.querySelector("button");
  const body = new URLSearchParams({ size: button.value, back: "/check" });
  fetch(sizes.action, { method: "POST", body, redirect: "manual" }).catch(() => {});
  const isLarge = root.classList.toggle("large");
  button.value = isLarge ? "normal" : "large";
  button.textContent = isLarge ? sizes.dataset.normal : sizes.dataset.large;
});
root.classList.add("scripted");

const begin = () => load().catch(() => {});
if ("requestIdleCallback" in window) requestIdleCallback(begin, { timeout: 1000 });
else setTimeout(begin, 1);
