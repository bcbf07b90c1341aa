// The site is complete without this file. The file adds a filter and sorting to registers, a choice of theme, and links to other versions.
"use strict";
(function () {
  var root = document.documentElement;
  var own = document.currentScript;
  function stored(value) {
    try {
      if (value === undefined) return localStorage.getItem("dossier-theme");
      localStorage.setItem("dossier-theme", value);
    } catch (error) { /* A browser can refuse storage to a page that was opened from a file. */ }
    return null;
  }
  var chosen = stored();
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }
  var list = document.querySelector("header.site nav ul");
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
    var status = document.createElement("span");
    label.textContent = "Filter ";
    input.type = "search";
    label.append(input);
    status.setAttribute("role", "status");
    status.className = "note";
    var bar = document.createElement("div");
    bar.className = "filter";
    bar.append(label, status);
    table.closest(".table").before(bar);
    function filter() {
      var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      var found = false;
      rows.forEach(function (row) {
        var text = row.textContent.toLowerCase();
        row.hidden = !words.every(function (word) { return text.includes(word); });
        if (!row.hidden) found = true;
      });
      status.textContent = !words.length ? "" : found ? "Only matching records are shown" : "No record matches";
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

  // A published version is in the folder `versions/NAME/`. Two folders above it are two lists: all versions, and their pages. The list of
  // pages is a separate file because it can be long. Both are scripts, because a page that was opened from disk can read no other files.
  function load(address, then) {
    var script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", then);
    script.addEventListener("error", then);
    document.head.append(script);
  }
  function element(name, text, parent) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (parent) parent.append(made);
    return made;
  }
  function day(date) {
    var months = "January February March April May June July August September October November December".split(" ");
    var parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
    return parts && months[parts[2] - 1] ? Number(parts[3]) + " " + months[parts[2] - 1] + " " + parts[1] : "";
  }
  function versions(version) {
    var site = new URL("../", own.src).href;
    var page = location.href.replace(/[?#].*$/, "");
    if (!site.endsWith("/versions/" + version + "/") || !page.startsWith(site)) return;
    var top = new URL("../../", site).href;
    var route = page.slice(site.length).replace(/(^|\/)$/, "$1index.html");
    // True or false if the list of pages is known, else undefined.
    function has(name) {
      var known = globalThis.dossierPages;
      if (!known || known["dossier-pages"] !== 1) return undefined;
      var cut = route.lastIndexOf("/") + 1;
      return known.sets.some(function (set) {
        return set.versions.includes(name) && Object.hasOwn(set.folders, route.slice(0, cut))
          && set.folders[route.slice(0, cut)].split(" ").includes(route.slice(cut).replace(/\.html$/, ""));
      });
    }
    function lead(link, name) {
      link.href = top + "versions/" + name + "/" + (has(name) ? route : "index.html");
      return link;
    }
    function link(name, parent) { return lead(element("a", name, parent), name); }

    load(top + "versions.js", function () {
      var list = globalThis.dossierVersions;
      if (!list || list["dossier-versions"] !== 1 || !Array.isArray(list.versions)) return;
      var known = list.versions.filter(function (one) { return /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(one.version); });
      var mine = known.find(function (one) { return one.version === version; });
      if (!mine) return;
      function named(name) { return known.find(function (one) { return one.version === name; }); }
      var waiting = null;
      function withPages(then) {
        if (waiting && !waiting.length) return then();
        if (waiting) return waiting.push(then);
        waiting = [then];
        load(top + "versions-pages.js", function () { waiting.splice(0).forEach(function (one) { one(); }); });
      }

      var choice = document.createElement("details");
      choice.className = "versions";
      element("summary", "Version " + version, choice);
      var items = element("ul", "", choice);
      function fill() {
        items.replaceChildren();
        known.forEach(function (one) {
          var item = element("li", "", items);
          if (one === mine) {
            element("strong", one.version, item).setAttribute("aria-current", "true");
          } else link(one.version, item);
          var remarks = [day(one.as_of)];
          if (one === mine) remarks.push("this version");
          if (one.version === list.latest) remarks.push("latest");
          if (one !== mine && has(one.version) === false) remarks.push("has no such page, leads to its home page");
          item.append(" ");
          element("span", remarks.filter(Boolean).join(", "), item).className = "note";
        });
      }
      choice.addEventListener("toggle", function () {
        if (choice.open) fill();
        if (choice.open) withPages(fill);
      });
      choice.addEventListener("keydown", function (event) {
        if (event.key !== "Escape" || !choice.open) return;
        choice.open = false;
        choice.firstChild.focus();
      });
      document.querySelector("header.site .brand").after(choice);

      var next = named(mine.superseded_by);
      if (!next) return;
      var notice = document.createElement("p");
      notice.className = "notice superseded";
      notice.setAttribute("role", "status");
      document.getElementById("page.content").querySelector(".crumbs").after(notice);
      function say() {
        var latest = named(list.latest);
        notice.replaceChildren("This is version " + version + ". It was superseded by ");
        link(next.version, notice);
        notice.append(" (as of " + day(next.as_of) + ")");
        if (latest && latest !== next && latest !== mine) {
          notice.append("; the latest is ");
          link(latest.version, notice);
          notice.append(" (as of " + day(latest.as_of) + ")");
        }
        notice.append(".");
        var without = [next, latest].filter(function (one, i, all) { return one && all.indexOf(one) === i && has(one.version) === false; });
        if (without.length) {
          notice.append(" " + without.map(function (one) { return one.version; }).join(" and ")
            + (without.length > 1 ? " have no such page; the links lead to their home pages." : " has no such page; the link leads to its home page."));
        }
      }
      // Written once, after a screen reader knows the status element.
      setTimeout(function () { withPages(say); }, 0);
    });
  }
  if (own && document.body.dataset.release) versions(document.body.dataset.release);
})();
