// The site is whole without this file. It adds a filter and sorting to registers, and a choice of theme.
"use strict";
(function () {
  var root = document.documentElement;
  function stored(value) {
    try {
      if (value === undefined) return localStorage.getItem("dossier-theme");
      localStorage.setItem("dossier-theme", value);
    } catch (error) { /* A page from a file may not be allowed to remember. */ }
    return null;
  }
  var chosen = stored();
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }
  var list = document.querySelector("#navigation ul");
  if (list) {
    var item = document.createElement("li");
    var button = document.createElement("button");
    var name = function () { button.textContent = isDark() ? "Light theme" : "Dark theme"; };
    button.type = "button";
    button.className = "theme";
    button.addEventListener("click", function () {
      root.dataset.theme = isDark() ? "light" : "dark";
      stored(root.dataset.theme);
      name();
    });
    name();
    item.append(button);
    list.append(item);
  }

  document.querySelectorAll("table[data-register]").forEach(function (table) {
    var body = table.tBodies[0];
    var rows = Array.from(body.rows);
    var order = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

    var label = document.createElement("label");
    var input = document.createElement("input");
    var count = document.createElement("span");
    label.textContent = "Filter ";
    input.type = "search";
    label.append(input);
    count.setAttribute("role", "status");
    count.className = "note";
    var bar = document.createElement("div");
    bar.className = "filter";
    bar.append(label, count);
    table.closest(".table").before(bar);
    function filter() {
      var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (row) {
        var text = row.textContent.toLowerCase();
        row.hidden = !words.every(function (word) { return text.includes(word); });
        if (!row.hidden) shown += 1;
      });
      count.textContent = words.length ? shown + " of " + rows.length + " shown" : "";
    }
    input.addEventListener("input", filter);
    try { input.value = decodeURIComponent(location.hash.slice(1)); } catch (error) { input.value = ""; }
    if (input.value) filter();

    Array.from(table.tHead.rows[0].cells).forEach(function (cell, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = cell.textContent;
      cell.replaceChildren(button);
      button.addEventListener("click", function () {
        var down = cell.getAttribute("aria-sort") === "ascending";
        Array.from(cell.parentNode.cells).forEach(function (other) { other.removeAttribute("aria-sort"); });
        cell.setAttribute("aria-sort", down ? "descending" : "ascending");
        rows.sort(function (a, b) {
          var result = order.compare(a.cells[column].textContent, b.cells[column].textContent);
          return down ? -result : result;
        });
        body.append.apply(body, rows);
      });
    });
  });
})();
