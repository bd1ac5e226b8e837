// The board on the screen of a meeting: one slide at a time. Without script it is one long page of large type.
import { watch } from "./watch.js";

const seconds = 20;
const slides = [...document.querySelectorAll("[data-slide]")].filter((slide) => slide.childElementCount > 0);
const controls = document.querySelector("[data-controls]");
const shown = controls.querySelector("[data-shown]");
const pause = controls.querySelector("[data-pause]");
const offline = document.querySelector("[data-offline]");

// A reload, also by a new publication, comes back to the same slide.
let current = Math.min(slides.length, Math.max(1, Number(location.hash.replace("#slide-", "")) || 1)) - 1;
let isPlaying = !matchMedia("(prefers-reduced-motion: reduce)").matches;
let timer;

document.documentElement.classList.add("meeting-live");
controls.hidden = false;
controls.querySelector("[data-previous]").addEventListener("click", () => go(current - 1));
controls.querySelector("[data-next]").addEventListener("click", () => go(current + 1));
pause.addEventListener("click", () => play(!isPlaying));
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }

  const act = { ArrowRight: next, PageDown: next, ArrowLeft: previous, PageUp: previous, Home: () => go(0), End: () => go(-1), Escape: leave, " ": () => play(!isPlaying) }[event.key];
  // A pressed button does what it says; a table that scrolls keeps its arrows.
  if (act && !(event.key === " " && event.target.closest("button, a")) && !(event.key.startsWith("Arrow") && scrollsSideways(event.target))) {
    event.preventDefault();
    act();
  }
});

go(current);
play(isPlaying);
watch("/api/v1/publications", () => location.reload(), (isReached) => (offline.hidden = isReached));

function next() {
  go(current + 1);
}

function previous() {
  go(current - 1);
}

function leave() {
  location.assign(document.querySelector("[data-leave]").href);
}

function scrollsSideways(element) {
  const region = element.closest?.(".table-scroll");
  return region !== null && region !== undefined && region.scrollWidth > region.clientWidth;
}

function go(position) {
  current = (position + slides.length) % slides.length;
  slides.forEach((slide, index) => (slide.hidden = index !== current));
  shown.textContent = controls.dataset.position.replace("{0}", String(current + 1)).replace("{1}", String(slides.length));
  document.documentElement.dataset.at = String(current + 1);
  history.replaceState(null, "", `#slide-${current + 1}`);
  window.scrollTo({ top: 0, behavior: "instant" });
  restart();
}

function play(plays) {
  isPlaying = plays;
  pause.textContent = plays ? pause.dataset.pauseText : pause.dataset.playText;
  // Slides that change by themselves are not read out; those that the reader turns are.
  shown.setAttribute("aria-live", plays ? "off" : "polite");
  restart();
}

function restart() {
  clearTimeout(timer);
  if (isPlaying) {
    timer = setTimeout(next, seconds * 1000);
  }
}
