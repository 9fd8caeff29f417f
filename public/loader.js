// Brings the island to life once the page is drawn. If anything fails, an old browser or a lost
// connection, the forms go on working through the server, so nothing is said.
const { js, wasm, book } = document.getElementById("loader").dataset;

async function load() {
  const bytes = fetch(book).then((it) => it.arrayBuffer());
  const program = await import(js);
  await program.default({ module_or_path: wasm });
  if (!program.begin(new Uint8Array(await bytes))) return;
  for (const island of document.querySelectorAll("leptos-island")) {
    program[island.dataset.component](island);
  }
}

const begin = () => load().catch(() => {});
if ("requestIdleCallback" in window) requestIdleCallback(begin, { timeout: 1000 });
else setTimeout(begin, 1);
