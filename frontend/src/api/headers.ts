import { language } from '../words/language';
import { actingUnit } from './unit';
import { askingUser } from './user';

/** What every request says beside its document. */
export function headers(): Record<string, string> {
  const unit = actingUnit();
  const user = askingUser();
  return {
    'Accept-Language': spoken(),
    ...(unit === undefined ? {} : { 'X-Unit': unit }),
    ...(user === undefined ? {} : { 'X-User': encodeURIComponent(user) }),
  };
}

/** The language of the page, as a request says it. */
export function spoken(): string {
  return language() === 'zh' ? 'zh-CN' : 'en';
}
