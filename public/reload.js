// While developing: the server holds this request open; when it goes away and comes back, reload.
const wait = () => fetch("/dev/reload").catch(() => {}).then(() => setTimeout(again, 300));
const again = () => fetch("/healthz").then((it) => (it.ok ? location.reload() : setTimeout(again, 300)), () => setTimeout(again, 300));
wait();
