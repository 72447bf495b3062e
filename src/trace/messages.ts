/**
 * Says in English what is wrong with a line of a trace. Pages do not load this
 * table: docs/LOCALE/interface.json has the same texts in their language.
 */

export const messages = {
  found: 'found {text}',
  nothing: 'found nothing',
  afterString:
    '{found}, expected white space after {before}; put a space there',
  unclosedString:
    '{found}, expected a JSON string with its closing quote; close it, and write {escaped} for a quote inside',
  badString:
    '{found}, expected a JSON string; escape control characters (\\n, \\t, \\u0000) and each backslash',
  quoteInWord:
    '{found}, expected a word without quotes and white space; write it as a JSON string, such as {example}',
  halfCharacter:
    '{found}, expected whole characters; write both halves of the surrogate pair, or neither',
  handleName:
    '{found}, expected the name of a handle; use letters, digits and _, not beginning with a digit',
  missingOperation:
    '{found}, expected an operation after the beginning of the line; write {names}',
  missingSid: '{found}, expected a sid after {before}; add it',
  missingScalar: '{found}, expected a key or a value after {before}; add it',
  missingHandle: '{found}, expected a handle after {before}; add it',
  missingSeconds: '{found}, expected whole seconds after {before}; add it',
  missingProvider: '{found}, expected a provider after {before}; add it',
  missingDuration: '{found}, expected a duration after {before}; add it',
  unknownOperation: '{found}, expected an operation; write {names}',
  operationNear: '{found}, expected an operation; did you mean {meant}?',
  unknownHandle:
    '{found}, expected a handle that a line before has named; name it with HANDLE = init SID or HANDLE = read SID',
  handleNear:
    '{found}, expected a handle that a line before has named; did you mean {meant}?',
  seconds: '{found}, expected whole seconds; write gc 10',
  secondsRange:
    '{found}, expected seconds within int64; stay between {least} and {most}',
  provider: '{found}, expected first or second; write one',
  duration:
    '{found}, expected a duration; write a number and a unit, such as 10s, 993ms or 1h0m5s',
  durationQuoted: '{found}, expected a duration; leave out the quotes',
  durationRange:
    '{found}, expected a duration that fits int64 nanoseconds; stay under 2562047h (292 years)',
  negativeWait:
    '{found}, expected a duration that is not negative; time cannot pass backwards: clock {duration} sets the wall clock',
  tooMany:
    '{found}, expected nothing, a comment or => after {before}; put white space into JSON strings only',
  arrowAsSid: '{found}, expected a sid; write the sid {json} as a JSON string',
  scalar:
    '{found}, expected a JSON string, a number, true, false or nil; write text as a JSON string: {json}',
  double:
    '{found}, expected a number that a double can hold; stay under 1.8e308',
  noResult:
    '{found}, expected error after =>; {operation} has no result: leave out =>',
  wrongNil: '{found}, expected nil or error after =>',
  wrongBoolean: '{found}, expected true, false or error after =>',
  wrongInteger: '{found}, expected a whole number or error after =>',
  lacksNil: '{found}, expected nil or error after =>; add it, or leave out =>',
  lacksBoolean:
    '{found}, expected true, false or error after =>; add it, or leave out =>',
  lacksInteger:
    '{found}, expected a whole number or error after =>; add it, or leave out =>',
  lacksSid:
    '{found}, expected a sid or error after =>; add it, or leave out =>',
  lacksScalar:
    '{found}, expected a JSON string, a number, true, false, nil or error after =>; add it, or leave out =>',
  oneResult:
    '{found}, expected one result; put white space into JSON strings only',
  stamp: '{found}, expected a whole number; give whole seconds',
  mapOrder:
    '{found}, expected {sid} here; map gives its sids in code point order',
  ideographicSpace:
    'found an ideographic space ({code}), expected an ordinary space; type one in half width',
  noBreakSpace:
    'found a no-break space ({code}), expected an ordinary space; delete it and press the space bar',
  otherSpace:
    'found a special space ({code}), expected an ordinary space; delete it and press the space bar',
  lineBreak:
    'found a character that breaks lines ({code}), expected the end of the line; delete it and press Enter',
  byteOrderMark:
    'found a byte order mark ({code}) after the beginning of the trace, expected none; delete it',
  invisible:
    'found an invisible character ({code}), expected none; delete the word and type it again',
  quotationMark:
    'found the quotation mark {character} ({code}), expected straight ones; type {type}',
  fullWidth:
    'found the full-width character {character} ({code}), expected half width; type {type}',
  arrow: 'found {character}, expected the arrow of a result; type {type}',
  minus:
    'found the dash {character} ({code}), expected a minus sign; type {type}',
  digit: 'found the digit {character} ({code}), expected {type}; type that',
} as const

/** What can be wrong, and two beginnings of what is said of it. */
export type MessageCode = keyof typeof messages
