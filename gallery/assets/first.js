/* Made by lossplot gallery; seal 12a8728c4b7e3230 */
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
}
})(document.documentElement);
