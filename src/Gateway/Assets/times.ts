// Times as the server writes them, see Spoken.cs: 7pm or 6:30pm, in Sussex.
const zone = "Europe/London";

/** The time of an instant, such as "6:30pm". */
export function timeOf(at: Date): string {
  const shown = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone } as const;
  const [hour, minute] = new Intl.DateTimeFormat("en-GB", shown).format(at).split(":").map(Number);
  const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}

/** An instant with its day, such as "6:30pm on Tuesday 3 March". */
export function momentOf(at: Date): string {
  const spoken = { weekday: "long", day: "numeric", month: "long", timeZone: zone } as const;
  const parts = new Intl.DateTimeFormat("en-GB", spoken).formatToParts(at);
  const part = (type: string) => parts.find(one => one.type === type)!.value;
  return `${timeOf(at)} on ${part("weekday")} ${part("day")} ${part("month")}`;
}
