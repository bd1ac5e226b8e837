const everySeconds = 30;

/** Asks an address again and again by its ETag; tells when it answers something new, and whether it can be reached. */
export function watch(address, onNew, onReached) {
  let known = null;
  const ask = async () => {
    try {
      const answer = await fetch(address, { cache: "no-store", headers: known ? { "If-None-Match": known } : {} });
      const tag = answer.headers.get("ETag");
      onReached(answer.ok || answer.status === 304);
      if (answer.ok && known !== null && tag !== known) {
        onNew();
        return;
      }

      known = answer.ok ? tag : known;
    } catch {
      onReached(false);
    }
  };
  ask();
  setInterval(ask, everySeconds * 1000);
}
