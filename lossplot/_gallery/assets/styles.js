// The lines that tell the curves of a figure apart: a colour and a dash for each (lossplot/_figure/styles.py).
// `themes` has the colours, and `dashes` the dashes in line widths; they stand before all modules.

import { groupedBy } from "./groups.js";

// Fewest members of a family that get a ramp, and most curves beside it that colours alone tell apart.
const { FEWEST, MOST_SOLID } = DRAWING.styles;

/**
 * The lines of `curves` in the colours of a theme, as pairs of colour and dash.
 *
 * Of losses for both labels each has a colour, and the second label dashes.
 */
export function stylesOf(curves, theme) {
  // Both labels of a loss have one colour, unless the loss is alone.
  const each = curves.length > 2 && curves.every(({ loss }) => loss.y) ? 2 : 1;
  const losses = curves.filter((_, place) => place % each === 0);
  const { members = [] } = familyOf(losses) ?? {};
  const ramp = theme.ramps[members.length] ?? [];
  const ramped = new Map(ramp.map((colour, i) => [members[i], colour]));
  const others = [...losses.keys()].filter((place) => !ramped.has(place));
  // The first colour of the cycle has the hue of the ramp.
  const first = ramped.size ? 1 : 0;
  const colourOf = (place) => ramped.get(place) ?? theme.colours[(others.indexOf(place) + first) % theme.colours.length];
  const colours = [...curves.keys()].map((place) => colourOf(Math.floor(place / each)));
  const crowd = others.length > MOST_SOLID ? [...curves.keys()].filter((place) => others.includes(Math.floor(place / each))) : [];
  const chosen = dashesFor(colours, crowd, theme.alike);
  return colours.map((colour, i) => ({ colour, dash: dashes[chosen[i]] }));
}

/** The numbers of the first dashes that tell lines in these colours apart; those of the `crowd` differ in any colour. */
function dashesFor(colours, crowd, alike) {
  const chosen = [];
  colours.forEach((colour, place) => {
    const isTaken = (number) => chosen.some((other, i) => other === number && (isAlike(colour, colours[i], alike) || (crowd.includes(place) && crowd.includes(i))));
    const free = dashes.findIndex((_, number) => !isTaken(number));
    chosen.push(free < 0 ? place % dashes.length : free);
  });
  return chosen;
}

function isAlike(one, other, alike) {
  return one === other || alike.includes(`${one} ${other}`) || alike.includes(`${other} ${one}`);
}

/** The only family among `curves`, which differ in one parameter: this, and their places in the order of its values. */
export function familyOf(curves) {
  const kindOf = ({ loss, given }) => [loss.name, ...given].join();
  const groups = [...groupedBy(curves.keys(), (place) => kindOf(curves[place])).values()];
  const families = groups.flatMap((places) => {
    const varied = curves[places[0]].loss.parameters.filter((_, i) => new Set(places.map((place) => curves[place].values[i])).size > 1);
    if (places.length < FEWEST || varied.length !== 1) return [];
    const valueOf = (place) => curves[place].values[curves[place].loss.parameters.indexOf(varied[0])];
    return [{ parameter: varied[0], members: places.sort((a, b) => valueOf(a) - valueOf(b)), valueOf }];
  });
  return families.length === 1 ? families[0] : null;
}
