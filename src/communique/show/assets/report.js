(() => {
  "use strict";
  const root = document.querySelector(".report");
  const input = root.querySelector("input[type=search]");
  const output = root.querySelector(".results");
  const browser = root.querySelector(".browser");
  const rows = [...root.querySelectorAll("tbody tr")];
  const figures = [...root.querySelectorAll(".charts figure")];
  const PAGE = 50;

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’']/g, " ");
  const known = new Map([...rows, ...figures].map((node) => [node, fold(node.textContent)]));
  const wanted = () => fold(input.value).split(/\s+/).filter(Boolean);
  const fits = (text, words) => words.every((word) => text.includes(word));

  let search = () => 0;
  if (browser) {
    const said = JSON.parse(browser.querySelector("script.said").textContent);
    const folded = said.map((quote) => fold(quote.slice(0, 6).join(" ")));
    const list = browser.querySelector(".quotes");
    const choice = browser.querySelector("select");
    const more = browser.querySelector(".more");
    let found = [];
    let shown = 0;

    const item = ([text, who, role, kind, published, source]) => {
      const li = document.createElement("li");
      const quote = document.createElement("blockquote");
      const by = document.createElement("p");
      const name = document.createElement("b");
      const where = document.createElement("span");
      quote.textContent = text;
      name.textContent = who;
      where.textContent = [role, kind, published, source].filter(Boolean).join(" · ");
      by.append(name, " ", where);
      li.append(quote, by);
      return li;
    };
    const next = () => {
      list.append(...found.slice(shown, shown + PAGE).map((k) => item(said[k])));
      shown = Math.min(found.length, shown + PAGE);
      more.hidden = shown >= found.length;
    };
    search = () => {
      const words = wanted();
      found = said.map((_, k) => k).filter((k) => (!choice.value || said[k][6] === choice.value) && fits(folded[k], words));
      shown = 0;
      list.replaceChildren();
      next();
      return found.length;
    };
    choice.addEventListener("change", () => update());
    more.addEventListener("click", next);
  }

  const update = () => {
    const words = wanted();
    let number = search();
    for (const [node, text] of known) {
      const fit = fits(text, words);
      node.hidden = !fit;
      if (fit && node.tagName === "TR") number += 1;
    }
    output.textContent = words.length ? output.dataset.say.replace("{n}", number.toLocaleString(document.documentElement.lang)) : "";
  };
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(update, 80);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      input.value = "";
      update();
    }
  });
  update();
})();
