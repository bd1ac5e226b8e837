/** Sends the filters as soon as one is changed. */
export function submitOnChange(form) {
  form?.addEventListener("change", () => form.requestSubmit());
}
