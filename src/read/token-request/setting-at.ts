import type { Setting } from '../../model/incident.ts';
import type { Placer } from '../text/place.ts';
import type { Found } from '../text/text.ts';

/** A setting and the stretch of text that gives it. */
export interface SettingAt {
  readonly name: Setting['name'];
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** The piece that a setting makes, named after what it sets. */
export const settingPiece = ({ name, value, from, to }: SettingAt, place: Placer): Found => ({
  piece: { kind: 'setting', place: place(from, name), name, value },
  from,
  to,
});
