// Before the first paint: the theme the reader chose, if she chose one. A file of its own, so that no script need stand in the page.
try {
  const theme = localStorage.getItem("annals.theme")
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme
} catch {}
