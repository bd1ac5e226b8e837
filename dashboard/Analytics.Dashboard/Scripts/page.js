// What every page does with script; without it each page is complete and its form has a button.
import { submitOnChange } from "./filters.js";
import { keepScroll } from "./scroll.js";

document.documentElement.classList.add("scripted");
submitOnChange(document.querySelector("form[data-auto-submit]"));
keepScroll();
