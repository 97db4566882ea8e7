import type { Setting } from '../model/incident.ts';

/** A setting and the stretch of text that gives it. */
export interface SettingAt {
  readonly name: Setting['name'];
  readonly value: string;
  readonly from: number;
  readonly to: number;
}
