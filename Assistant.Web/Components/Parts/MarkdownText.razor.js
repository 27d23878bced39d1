import '../../copying.js';
import { colour } from '../../colouring.js';
import { follow } from '../../following.js';

/** Brings what was drawn at once to life. */
export function show(element) {
  follow(element);
  colour(element);
}
