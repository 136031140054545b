import type { Pack } from '../../types/pack.ts'
import { partsOf } from '../../types/parts.ts'
import type { Setting } from '../../types/reading.ts'
import type { Scalar, SettingRef } from '../../types/value.ts'

/** What a setting holds now; undefined while the school has not set it. */
export const valueOfSetting = ({ value }: Setting): Scalar | undefined =>
  typeof value === 'object' && !Array.isArray(value) ? value.value : value

/** What a reference to a setting stands for; undefined while it is not set, or names none. */
export function settingValue(pack: Pack, ref: string): Scalar | undefined {
  const parts = partsOf(ref)
  const setting = parts?.kind === 'setting' && Object.hasOwn(pack.settings, parts.id) ? pack.settings[parts.id] : null
  return setting == null ? undefined : valueOfSetting(setting)
}

/** Whether something in a pack stands for the value of a setting. */
export const isSettingRef = (value: unknown): value is SettingRef =>
  typeof value === 'object' &&
  value !== null &&
  'setting' in value &&
  typeof value.setting === 'string' &&
  Object.keys(value).length === 1
