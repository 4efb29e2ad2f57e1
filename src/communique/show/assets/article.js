(() => {
  "use strict";
  const start = (root) => {
    root.dataset.ready = "";
    const records = JSON.parse(root.querySelector("script.records").textContent);
    const text = root.querySelector(".text");
    const card = root.querySelector(".card");
    const boxes = [...root.querySelectorAll(".legend input")];
    const off = new Set();
    let shown = null;
    let pinned = false;
    let current = null;

    // The innermost mark of a kind that is switched on.
    const markAt = (node) => {
      let mark = node instanceof Element ? node.closest("mark") : null;
      while (mark && off.has(mark.classList[0])) mark = mark.parentElement.closest("mark");
      return mark;
    };
    const piecesOf = (mark) => [...text.querySelectorAll("mark")].filter((m) => m.dataset.r === mark.dataset.r);

    const fill = (mark) => {
      const [label, kind, fields] = records[mark.dataset.r];
      const title = document.createElement("b");
      title.textContent = label;
      const list = document.createElement("dl");
      for (const [name, value] of fields) {
        const dt = document.createElement("dt");
        const dd = document.createElement("dd");
        dt.textContent = name;
        dd.textContent = value;
        list.append(dt, dd);
      }
      card.className = `card ${kind}`;
      card.replaceChildren(title, list);
    };
    const place = (mark) => {
      card.hidden = false;
      const box = root.getBoundingClientRect();
      const at = mark.getClientRects()[0] || mark.getBoundingClientRect();
      const left = Math.max(0, Math.min(at.left - box.left, box.width - card.offsetWidth - 4));
      const below = at.bottom + 8 + card.offsetHeight < window.innerHeight;
      const top = below ? at.bottom + 8 : at.top - card.offsetHeight - 8;
      card.style.left = `${left}px`;
      card.style.top = `${top - box.top}px`;
    };
    const hide = () => {
      if (!shown) return;
      for (const piece of root.querySelectorAll("mark.same")) piece.classList.remove("same");
      for (const row of root.querySelectorAll("tr.here")) row.classList.remove("here");
      shown.removeAttribute("aria-describedby");
      card.hidden = true;
      shown = null;
      pinned = false;
    };
    const show = (mark) => {
      if (mark === shown) return;
      hide();
      if (!mark || !records[mark.dataset.r]) return;
      shown = mark;
      for (const piece of piecesOf(mark)) piece.classList.add("same");
      const row = rowOf(mark);
      if (row) row.classList.add("here");
      fill(mark);
      place(mark);
      mark.setAttribute("aria-describedby", card.id);
    };
    const rowOf = (mark) => {
      const key = mark.dataset.r;
      const rows = [...root.querySelectorAll("tr[data-row]")];
      return rows.find((r) => r.dataset.row === key) || rows.find((r) => key.startsWith(`${r.dataset.row}-`));
    };
    const settle = (mark) => {
      if (current) current.tabIndex = -1;
      current = mark;
      mark.tabIndex = 0;
      mark.focus({ preventScroll: true });
    };
    const goTo = (mark) => {
      const box = boxes.find((b) => b.value === mark.classList[0]);
      if (box && !box.checked) box.click();
      mark.scrollIntoView({ block: "center" });
      settle(mark);
      mark.classList.remove("flash");
      void mark.offsetWidth;
      mark.classList.add("flash");
    };

    text.addEventListener("mouseover", (event) => { if (!pinned) show(markAt(event.target)); });
    text.addEventListener("mouseleave", () => { if (!pinned) hide(); });
    text.addEventListener("focusin", (event) => { if (event.target.tagName === "MARK") show(markAt(event.target)); });
    text.addEventListener("focusout", () => { if (!pinned) hide(); });
    text.addEventListener("click", (event) => {
      const mark = markAt(event.target);
      if (!mark) { hide(); return; }
      settle(mark);
      show(mark);
      pinned = true;
    });
    text.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step && !event.altKey && !event.ctrlKey && !event.metaKey) {
        const all = [...text.querySelectorAll("mark[id]")].filter((m) => !off.has(m.classList[0]));
        if (!all.length) return;
        const from = all.indexOf(event.target.closest("mark"));
        const next = from < 0 ? (step > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, from + step));
        event.preventDefault();
        all[next].scrollIntoView({ block: "nearest" });
        settle(all[next]);
      } else if (event.key === "Enter" && event.target.tagName === "MARK") {
        const row = rowOf(event.target);
        if (!row) return;
        row.closest("details").open = true;
        row.scrollIntoView({ block: "nearest" });
        row.querySelector("a").focus();
      }
    });
    root.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
    root.querySelector(".tables").addEventListener("click", (event) => {
      const row = event.target.closest("tr[data-row]");
      if (!row) return;
      const link = event.target.closest("a") || row.querySelector("a");
      if (!link) return;
      event.preventDefault();
      const id = decodeURIComponent(link.getAttribute("href").slice(1));
      const mark = [...text.querySelectorAll("mark[id]")].find((m) => m.id === id);
      if (mark) goTo(mark);
    });
    for (const box of boxes) {
      box.addEventListener("change", () => {
        off[box.checked ? "delete" : "add"](box.value);
        hide();
      });
    }
    const theme = root.querySelector(".theme");
    if (theme) {
      const order = ["auto", "light", "dark"];
      let at = 0;
      theme.addEventListener("click", () => {
        at = (at + 1) % order.length;
        document.body.classList.remove("light", "dark");
        if (at) document.body.classList.add(order[at]);
        theme.querySelector("span").textContent = theme.dataset[order[at]];
      });
    }
  };
  // In a notebook the script may run a moment before its markup is in the document.
  const find = (tries) => {
    const found = document.querySelectorAll(".communique:not([data-ready])");
    for (const root of found) if (root.querySelector("script.records") && root.querySelector(".text")) start(root);
    if (!found.length && tries) requestAnimationFrame(() => find(tries - 1));
  };
  find(30);
})();
