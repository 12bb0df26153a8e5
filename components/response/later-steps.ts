// The questions after the first, as one piece to load: whoever gets to one gets to all.
export { DurationStep } from './duration-step';
export { LocationStep } from './location-step';
export { TriggerStep } from './trigger-step';
