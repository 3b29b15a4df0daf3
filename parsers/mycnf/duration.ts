/** ISO 8601 in capitals, or a number of seconds; a month has 30 days, as in galerautils' gu_datetime.cpp. */
const period =
  /^(?:P(?=[\dT])(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?|(\d+(?:\.\d+)?))$/;

const units = [365 * 86400, 30 * 86400, 86400, 3600, 60, 1, 1];

/** A period of Galera's options in seconds; undefined where it is none. */
export function seconds(text: string): number | undefined {
  const found = period.exec(text);
  return found?.slice(1).reduce((sum, digits, i) => sum + Number(digits ?? 0) * units[i]!, 0);
}
