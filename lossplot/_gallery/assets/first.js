// What runs before anything is seen: it says that there are scripts, sets the theme that the address asks for, or the
// one that the visitor has chosen, and leads to the language that the address asks for.

(function (root) {
  root.dataset.scripts = "";
  const parts = [location.search, location.hash].flatMap((words) => words.slice(1).split("&"));
  const asked = (name) => parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);
  const isTheme = (word) => word === "light" || word === "dark";
  const language = asked("lang");
  const page = [...document.querySelectorAll("link[hreflang]")].find(({ hreflang }) => hreflang === language && language !== root.lang);
  if (page) location.replace(page.href + location.search + location.hash);
  try {
    const theme = isTheme(asked("theme")) ? asked("theme") : localStorage.theme;
    if (isTheme(theme)) root.dataset.theme = theme;
  } catch {
    // The browser keeps nothing: the theme is the system's.
  }
})(document.documentElement);
