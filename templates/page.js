
"use strict";
(function () {
  var form = document.getElementById("filter");
  var who = form.elements.who, at = form.elements.at, touched = form.elements.touched, count = form.elements.count;
  var marked = Array.prototype.slice.call(document.querySelectorAll("[data-who]"));
  var provisions = Array.prototype.slice.call(document.querySelectorAll("[data-sec]"));
  var codes = new Map(marked.map(function (e) { return [e, e.dataset.who.split(" ")]; }));

  function wanted(element, choice) {
    return choice === "" || codes.get(element).indexOf(choice) >= 0;
  }

  function within(section, choice) {
    return choice === "" || section === choice || section.indexOf(choice + ".") === 0;
  }

  function show() {
    var choice = who.value, shown = 0;
    document.body.classList.toggle("single", choice !== "");
    marked.forEach(function (e) { e.classList.toggle("off", !wanted(e, choice)); });
    provisions.forEach(function (p) {
      var own = Array.prototype.slice.call(p.querySelectorAll("[data-who]"));
      var on = own.some(function (e) { return !e.classList.contains("off"); });
      var speaks = p.dataset.own === "1" || own.some(function (e) { return e.tagName === "DEL" || !e.classList.contains("off"); });
      if (choice === "" && !own.length) { speaks = true; }
      p.hidden = !speaks || !within(p.dataset.sec, at.value) || (touched.checked && !on && p.dataset.kind !== "heading");
      shown += on && !p.hidden ? 1 : 0;
    });
    count.value = count.dataset.words.replace("{count}", shown);
    var hash = new URLSearchParams();
    if (choice) { hash.set("who", choice); }
    if (at.value) { hash.set("at", at.value); }
    if (touched.checked) { hash.set("touched", "1"); }
    return hash.toString();
  }

  function read() {
    var hash = new URLSearchParams(location.hash.slice(1));
    if (!hash.has("who") && !hash.has("at") && !hash.has("touched")) { return; }
    who.value = hash.get("who") || "";
    at.value = hash.get("at") || "";
    touched.checked = hash.get("touched") === "1";
  }

  form.addEventListener("change", function () { history.replaceState(null, "", "#" + show()); });
  window.addEventListener("hashchange", function () { read(); show(); });
  document.querySelector(".panel").hidden = false;
  read();
  show();
})();
