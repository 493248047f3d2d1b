/** What browsers call themselves, the ones first that others pretend to be. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\/([\d.]+)/, 'WeChat'],
  [/Edg\/(\d+)/, 'Edge'],
  [/QQBrowser\/(\d+)/, 'QQ Browser'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/Chrome\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What a person calls the program that says this of itself. */
export function clientName(said: string): string {
  const browser = BROWSERS.find(([pattern]) => pattern.test(said));
  if (browser === undefined) return said;
  const system = SYSTEMS.find(([pattern]) => pattern.test(said))?.[1];
  const name = `${browser[1]} ${browser[0].exec(said)?.[1]}`;
  return system === undefined ? name : `${name} · ${system}`;
}
