/* Made by lossplot gallery; seal 108b9361f10e2edc */
(function (root) {
root.dataset.scripts = "";
try {
const { theme } = localStorage;
if (theme === "light" || theme === "dark") root.dataset.theme = theme;
} catch {
}
})(document.documentElement);
