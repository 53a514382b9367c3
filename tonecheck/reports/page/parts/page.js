"use strict";
(() => {
  const root = document.documentElement;
  root.dataset.script = "";

  // Light and dark: as the system has it, until somebody says otherwise.
  const theme = document.getElementById("theme");
  const isDark = () =>
    (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  theme.setAttribute("aria-pressed", isDark());
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    theme.setAttribute("aria-pressed", isDark());
  });

  for (const button of document.querySelectorAll("[data-rest]")) {
    button.addEventListener("click", () => {
      button.previousElementSibling.classList.add("whole");
      button.remove();
    });
  }

  const list = document.getElementById("list");
  if (!list) return;
  const form = document.getElementById("filter");
  const fields = form.elements;
  const shown = document.getElementById("shown");
  const none = document.getElementById("none");
  const opener = document.getElementById("open");

  const items = Array.from(list.children, (element, place) => {
    const { kinds, rules, folder, language, politeness, clarity, errors } = element.dataset;
    return {
      element, place, folder, language, words: null,
      kinds: kinds.split(" "),
      rules: rules.split(" "),
      politeness: Number(politeness),
      clarity: Number(clarity),
      errors: errors.split(" ").map(Number),
    };
  });

  const plain = (text) => text.replace(/\s+/g, " ").toLowerCase();
  const wordsOf = (item) => {
    const letter = item.element.querySelector(".letter");
    const path = item.element.querySelector("h3");
    return (item.words ??= plain([path, letter].map((part) => part.textContent).join(" ")) + ` ${item.rules.join(" ")}`);
  };

  // The filter.
  const value = (name) => fields[name]?.value ?? "";
  const fits = (item, asked) =>
    (!asked.folder || item.folder === asked.folder || item.folder.startsWith(asked.within)) &&
    (!asked.language || item.language === asked.language) &&
    (!asked.rule || item.rules.includes(asked.rule)) &&
    (!asked.below || Math.min(item.politeness, item.clarity) < asked.below) &&
    ((!asked.severity && !asked.category) ||
      item.kinds.some(
        (kind) =>
          (!asked.severity || kind.startsWith(asked.severity)) &&
          (!asked.category || kind.endsWith(asked.category)),
      )) &&
    (!asked.words || wordsOf(item).includes(asked.words));

  const filter = () => {
    const asked = {
      words: plain(value("words")).trim(),
      severity: value("severity") && `${value("severity")}:`,
      category: value("category") && `:${value("category")}`,
      rule: value("rule"),
      folder: value("folder"),
      within: `${value("folder")}/`,
      language: value("language"),
      below: Number(value("below")),
    };
    let number = 0;
    for (const item of items) {
      const fit = fits(item, asked);
      if (item.element.hidden === fit) item.element.hidden = !fit;
      number += fit;
    }
    const digits = number.toLocaleString(root.lang);
    shown.value = shown.dataset.words.replace("{shown}", digits);
    none.hidden = number > 0;
  };

  const orders = {
    file: (a, b) => a.place - b.place,
    errors: (a, b) => b.errors[0] - a.errors[0] || b.errors[1] - a.errors[1] || a.place - b.place,
    politeness: (a, b) => a.politeness - b.politeness || a.place - b.place,
    clarity: (a, b) => a.clarity - b.clarity || a.place - b.place,
  };
  const sort = () => list.append(...[...items].sort(orders[value("order")]).map((item) => item.element));

  let waiting = 0;
  form.addEventListener("input", (event) => {
    if (event.target === fields.order) return sort();
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(filter);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { sort(); filter(); }));
  if ([...fields].some((field) => field.value !== field.defaultValue)) { sort(); filter(); }

  // A category, a rule or a folder of the overview shows its messages.
  for (const link of document.querySelectorAll("a[data-category], a[data-rule], a[data-folder]")) {
    link.addEventListener("click", () => {
      form.reset();
      for (const [name, wanted] of Object.entries(link.dataset)) fields[name].value = wanted;
      setTimeout(filter);
    });
  }

  const setOpen = (open) => {
    for (const { element } of items) if (!element.hidden) element.open = open;
  };
  const openWords = opener.textContent;
  opener.addEventListener("click", () => {
    const open = opener.textContent === openWords;
    setOpen(open);
    opener.textContent = open ? opener.dataset.close : openWords;
  });

  // Marks and notes belong together.
  let current = [];
  const point = (message, note) => {
    for (const element of current) element.classList.remove("current");
    const marks = message.querySelectorAll(`[data-notes~="${note.id.split("n")[1]}"]`);
    current = [note, ...marks];
    for (const element of current) element.classList.add("current");
  };
  const noteOf = (mark) => document.getElementById(mark.getAttribute("href").slice(1));
  list.addEventListener("focusin", ({ target }) => {
    const mark = target.closest("a[data-notes]");
    const note = mark ? noteOf(mark) : target.closest(".note");
    if (note) point(note.closest(".message"), note);
    if (mark) note.scrollIntoView({ block: "nearest" });
  });
  list.addEventListener("click", (event) => {
    const mark = event.target.closest("a[data-notes]");
    const back = event.target.closest("a.number");
    if (!mark && !back) return;
    event.preventDefault();
    const goal = mark ? noteOf(mark) : document.getElementById(back.hash.slice(1)) ?? back;
    goal.scrollIntoView({ block: "nearest" });
    goal.focus({ preventScroll: true });
  });

  // Printed is what is shown, opened.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open], .hints)")].filter((part) => !part.closest("[hidden]"));
    for (const part of closed) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of closed) part.open = false;
  });
})();
