// What runs before anything is seen: it says that there are scripts, and sets the theme that the visitor has chosen.

(function (root) {
  root.dataset.scripts = "";
  try {
    const { theme } = localStorage;
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // The browser keeps nothing: the theme is the system's.
  }
})(document.documentElement);
