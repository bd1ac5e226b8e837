const parameter = "tables";

/** A chart's button shows its table in the drawing's place, and the drawing again; which charts show tables stands in the address. */
export function flipOnClick() {
  for (const button of document.querySelectorAll("button[data-flip]")) {
    button.addEventListener("click", () => {
      const shown = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(shown));
      button.closest("figure").dataset.shows = shown ? "table" : "drawing";
      remember();
    });
  }
}

function remember() {
  const shown = [...document.querySelectorAll("button[data-flip][aria-pressed=true]")].map((button) => button.dataset.flip).join(" ");
  const here = withTables(location.href, shown);
  history.replaceState(history.state, "", here);
  // The page's own links and its form lead to the same view of another question.
  for (const link of document.querySelectorAll("a[href]")) {
    // Links of the map are drawn, and have no href that is a text.
    const address = link.getAttribute("href");
    const to = new URL(address, document.baseURI);
    if (to.origin === here.origin && to.pathname === here.pathname && !address.startsWith("#")) {
      link.setAttribute("href", withTables(to, shown));
    }
  }
  const form = document.querySelector("form.filters");
  let field = form?.elements.namedItem(parameter);
  if (form && !field) {
    field = Object.assign(document.createElement("input"), { type: "hidden", name: parameter });
    form.append(field);
  }
  if (field) {
    field.value = shown;
    field.disabled = shown === "";
  }
}

function withTables(address, shown) {
  const url = new URL(address);
  if (shown) {
    url.searchParams.set(parameter, shown);
  } else {
    url.searchParams.delete(parameter);
  }
  return url;
}
