// Completion in a query box: what could be typed next, asked from the address in data-complete. Without it the box is a plain field.
"use strict";

(() => {
  const WAIT_MS = 120;

  const attach = (box, number) => {
    const list = document.createElement("ul");
    list.className = "query-options";
    list.id = `query-options-${number}`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", box.getAttribute("aria-label"));
    list.hidden = true;
    box.parentElement.append(list);
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-controls", list.id);
    box.setAttribute("aria-expanded", "false");
    let from = 0;
    let chosen = -1;
    let timer = 0;
    let asked = 0;

    const show = (open) => {
      list.hidden = !open;
      box.setAttribute("aria-expanded", String(open));
      if (!open) box.removeAttribute("aria-activedescendant");
    };
    const mark = (at) => {
      chosen = at;
      Array.from(list.children).forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
      if (at >= 0) {
        box.setAttribute("aria-activedescendant", list.children[at].id);
        list.children[at].scrollIntoView({ block: "nearest" });
      }
    };
    const take = (item) => {
      const text = item.textContent;
      const rest = box.value.slice(box.selectionStart);
      const filler = text.endsWith(":") ? "" : " ";
      box.value = box.value.slice(0, from) + text + filler + rest.trimStart();
      const caret = from + text.length + filler.length;
      box.setSelectionRange(caret, caret);
      show(false);
      box.focus();
      if (filler === "") ask();
    };
    const offer = (answer) => {
      from = answer.from;
      list.replaceChildren(...answer.items.map((text, i) => {
        const item = document.createElement("li");
        item.id = `${list.id}-${i}`;
        item.setAttribute("role", "option");
        item.textContent = text;
        item.addEventListener("mousedown", (event) => { event.preventDefault(); take(item); });
        return item;
      }));
      mark(-1);
      show(answer.items.length > 0);
    };
    const ask = async () => {
      const mine = ++asked;
      const address = `${box.dataset.complete}?q=${encodeURIComponent(box.value)}&caret=${box.selectionStart}`;
      const answer = await fetch(address, { headers: { "Chieng-Background": "1" } }).catch(() => null);
      if (answer?.ok && mine === asked && document.activeElement === box) offer(await answer.json());
    };

    box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, WAIT_MS); });
    box.addEventListener("blur", () => show(false));
    box.addEventListener("keydown", (event) => {
      const last = list.children.length - 1;
      if (list.hidden) return;
      if (event.key === "ArrowDown") mark(Math.min(last, chosen + 1));
      else if (event.key === "ArrowUp") mark(Math.max(0, chosen - 1));
      else if ((event.key === "Enter" || event.key === "Tab") && chosen >= 0) take(list.children[chosen]);
      else if (event.key === "Escape") show(false);
      else return;
      event.preventDefault();
    });
  };

  document.querySelectorAll("[data-complete]").forEach(attach);

  // --- a time range taken along from one list to another; both fields of a range are written as its form writes them ---
  const RANGE = ["since", "from", "to"];
  const fieldsOf = (button) => Array.from(button.closest("form").elements).filter((field) => RANGE.includes(field.name));
  const machine = (text) => text.replace(/^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}:\d{2}).*$/, "$3-$2-$1T$4");
  const copyRange = (button) => {
    const range = new URLSearchParams(fieldsOf(button).filter((field) => field.value).map((field) => [field.name, machine(field.value)]));
    navigator.clipboard.writeText(range.toString());
  };
  const pasteRange = async (button) => {
    const text = await navigator.clipboard.readText();
    const range = new URLSearchParams(text.slice(text.indexOf("?") + 1));
    if (!RANGE.some((name) => range.has(name))) return;
    fieldsOf(button).forEach((field) => { field.value = machine(range.get(field.name) ?? ""); });
  };
  document.addEventListener("click", (event) => {
    const copy = event.target.closest("[data-range-copy]");
    const paste = event.target.closest("[data-range-paste]");
    if (copy) copyRange(copy);
    if (paste) pasteRange(paste).catch(() => {});
  });
})();
