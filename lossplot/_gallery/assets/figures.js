// The page of figures: its buttons, and light or dark.

import { startPage } from "./page.js";

startPage(() => {});
