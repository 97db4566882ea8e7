import type { Facts } from '../../facts/evidence.ts';

/** Places where a program runs and nobody signs in, as people name them. */
const NAMED =
  /\b(?:(?:on|in|from|by|through|inside|via|with|at) (?:an?|the|our|my|its|this|every) (?:[\w-]{1,20} ){0,2}(?:build (?:server|agent|machine|pipeline)|(?:self-?hosted |hosted )?(?:agent|runner)|ci(?:\/cd)?(?: pipeline| server| job)?|docker container|container(?: app| instance)?|kubernetes cluster|pod|azure function|function app|web job|cron ?job|scheduled task|headless (?:server|vm|machine)|jenkins(?: server| job| agent)?|linux server)|(?:in|on|with|from) (?:github actions|azure devops|azure pipelines|gitlab ci|jenkins|kubernetes|docker)|works? (?:fine |well )?(?:on my (?:laptop|machine|pc|desktop|computer)|locally))\b/;
/** What build servers write into their logs. */
const LOGGED =
  /\/home\/vsts\/|##\[(?:error|section|command)\]|\/home\/runner\/work\/|\bD:\\a\\\d\\s\\|\/github\/workspace/;
const NOT_SO = /\b(?:not|never|want|would|should|could|plan|later|if|only)\b|n't\b|\?$/;

/** Whether the program runs where nobody is at the keyboard. `sentences` are in lower case. */
export const saidUnattended = (text: string, sentences: readonly string[]): Facts =>
  LOGGED.test(text) || sentences.some((sentence) => NAMED.test(sentence) && !NOT_SO.test(sentence))
    ? { 'said.unattended': true }
    : {};
