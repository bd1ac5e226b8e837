const key = "scroll";

/** A click on a table's head or a chart's choice loads the page anew: the reader stays where he was. */
export function keepScroll() {
  const kept = sessionStorage.getItem(key);
  if (kept !== null) {
    sessionStorage.removeItem(key);
    window.scrollTo({ top: Number(kept), behavior: "instant" });
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("a[data-keep-scroll]")) {
      sessionStorage.setItem(key, String(window.scrollY));
    }
  });
}
