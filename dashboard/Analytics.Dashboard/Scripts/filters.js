/** Sends the filters as soon as one is changed. A page that Back brings up again shows the filters of its own figures. */
export function submitOnChange(form) {
  form?.addEventListener("change", () => form.requestSubmit());
  window.addEventListener("pageshow", () => form?.reset());
}
