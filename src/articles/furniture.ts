import type {Article, Removed} from "../model/model.ts"
import {bracketCredit} from "./agencies.ts"

/// A kind of words that stand in an article and are not of it. Each carries its examples, and they are the test: what stands
/// in braces must be taken out, all of it and nothing else; a line of `not` must be left alone.
export interface Furniture {
  readonly reason: string
  /// Whole lines that are taken out, together with the blank lines after them.
  readonly line?: (line: string) => boolean
  /// The same, but only after the last line of prose.
  readonly last?: (line: string) => boolean
  /// Words inside a line that are taken out, or replaced by what `instead` says. Always a global expression.
  readonly words?: RegExp
  readonly instead?: (match: RegExpExecArray) => string
  readonly examples: readonly string[]
  readonly not: readonly string[]
}

const shareWord =
  /^(share|shares|shared|tweet|tweets|retweet|post|pin|pins|like|likes|save|copy|link|url|print|email|e-mail|mail|sms|text|send|this|article|story|page|on|to|via|with|by|your|friends|or|and|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|tumblr|flipboard|messenger|line|viber|weibo|wechat|vk|bluesky|mastodon|threads|instagram|youtube|icon|button|buttons|comment|comments|bookmark|more|options|opens|in|new|window|click|copied|close|subscribe|follow|us|twitter\/x|google\+?|plus|pocket|\d+[km]?)$/
const shareSign =
  /\b(share|tweet|retweet|pin it|facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|e-?mail|print|copy link)\b/i

/// "Share on Facebook Tweet WhatsApp Email": nothing but the vocabulary of buttons, and at least one word that only they have.
function isShareLine(line: string): boolean {
  if (line.length > 160 || !shareSign.test(line)) return false
  const words = line
    .toLowerCase()
    .replace(/[|·•,:;!()[\]>→-]+/g, " ")
    .trim()
    .split(/\s+/)
  if (words.length === 1)
    return /^(share|tweet|facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|email|e-mail|print)$/.test(words[0]!)
  return words.length <= 24 && words.every(word => shareWord.test(word))
}

/// "Agency/hg | Read original", "Published by HG. Share | Print | Comments (0)": a strip of buttons, whatever stands before it.
function isStrip(line: string): boolean {
  const parts = line.split("|").map(part => part.trim())
  if (parts.length < 2 || line.length > 160 || parts.some(part => part.split(/\s+/).length > 6)) return false
  const button =
    /^(?:\W*(?:share|tweet|print|scrap|e-?mail|follow us|comments?|read (?:more|original|on)|save|subscribe|reply|like)\b.{0,24})$/i
  return parts.slice(1).every(part => isShareLine(part) || button.test(part))
}

const line =
  (pattern: RegExp, longest = 240) =>
  (text: string): boolean =>
    text.length <= longest && pattern.test(text)

const isBox = line(
  /^[>»→•*\s]*(?:(?:please )?(?:sign[ -]?up|subscribe|register|get|receive|join|follow|download|install|like|find|add|support|donate)\b(?=.*\b(?:our|us|your|my|newsletter)\b)(?=.*\b(?:newsletters?|inbox|e-?mails?|alerts?|apps?|channels?|whatsapp|telegram|facebook|twitter|instagram|youtube|tiktok|linkedin|threads|podcasts?|briefing|subscription|journalism|google news|social media|updates|donat\w+|member\w*)\b).*|(?:newsletter|e-?mail) (?:sign[ -]?up|address)\b.{0,80}|(?:sign up|subscribe|log in|sign in|register)(?: (?:now|today|here|free|for free|to (?:continue|read|comment).{0,60}))?[.!]?|enter your e-?mail.*|your e-?mail address.{0,80}|thank(?:s| you) for (?:subscribing|signing up|reading).{0,80}|by (?:signing up|subscribing|clicking|submitting)\b.{0,200}|(?:already|not) a (?:subscriber|member).{0,80}|this (?:content|article) is (?:only )?(?:for|available to) (?:subscribers|members).{0,80}|you can unsubscribe.{0,80}|never miss (?:a|an|our) .{0,80}|follow .{2,60}\b(?:on|via) (?:[@\w./()]+,? (?:and |& |or )?){0,5}(?:facebook|twitter|instagram|youtube|x|linkedin|tiktok|telegram|threads)\b.{0,40}|follow (?:him|her|them|me)\b.{0,80}@\w+.{0,60}|if you (?:enjoyed|liked) this (?:article|story|post).{0,200}|chat with us\b.{0,120}|(?:this|the) (?:post|article|page|story) (?:may )?contains? (?:affiliate|sponsored|referral)\b.{0,160}|(?:we|you) may (?:earn|receive) (?:a|an) (?:\w+ )?commission\b.{0,160}|(?:do you )?have a (?:news )?tip\b.{0,120}|listen to .{2,40} (?:live|on)\b.{0,100}|stay (?:informed|connected|up to date|tuned)\b.{0,80})$/i,
  320
)

const shortcodes =
  "caption|gallery|embed|video|audio|playlist|tweet|youtube|vimeo|instagram|facebook|soundcloud|googlemaps|slideshow|slideshare|contact-form(?:-7)?|gravityform|wpforms|ninja_form|mc4wp_form|adrotate|adinserter|ad|ads|advert|dfads|table|toc|button|btn|column|columns|row|divider|spacer|separator|accordion|tabs?|toggle|dropcap|pullquote|blockquote|highlight|icon|media-credit|newsletter|related|related_posts|poll|quiz|infogram|iframe|raw|sharethis|social|recent-posts|read_more|readmore|more|nextpage|ppp_non_member_articles|vc_[a-z_]+|et_pb_[a-z_]+|fusion_[a-z_]+|su_[a-z_]+|tdc?_[a-z_]+|elementor-[a-z]+|one_(?:half|third|fourth)(?:_last)?|wp-[a-z-]+|smartads|bc_video|ooyala|jwplayer|pdf-embedder|aesop_[a-z]+|irp|quads"

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  shy: "",
  zwj: "",
  zwnj: "",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  sbquo: "‚",
  bdquo: "„",
  laquo: "«",
  raquo: "»",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  bull: "•",
  middot: "·",
  copy: "©",
  reg: "®",
  trade: "™",
  euro: "€",
  pound: "£",
  yen: "¥",
  cent: "¢",
  deg: "°",
  sect: "§",
  para: "¶",
  times: "×",
  frac12: "½",
  eacute: "é",
  egrave: "è",
  ecirc: "ê",
  aacute: "á",
  agrave: "à",
  acirc: "â",
  auml: "ä",
  aring: "å",
  atilde: "ã",
  ccedil: "ç",
  iacute: "í",
  ntilde: "ñ",
  oacute: "ó",
  ocirc: "ô",
  ouml: "ö",
  oslash: "ø",
  uacute: "ú",
  uuml: "ü",
  szlig: "ß",
  scaron: "š",
  zcaron: "ž",
  ccaron: "č"
}

/// The character an HTML entity stands for; undefined for a name we do not know, which then stays as it is.
function entity(body: string): string | undefined {
  if (body[0] !== "#")
    return (
      named[body] ??
      (named[body.toLowerCase()] !== undefined && body === body.toUpperCase() ? named[body.toLowerCase()] : undefined)
    )
  const code = /^#[xX]/.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10)
  if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return undefined
  return code < 0x20 && code !== 9 && code !== 10 ? "" : String.fromCodePoint(code)
}

/// Every kind, in the order in which they are named when two fit: words that break characters first, then debris, then lines.
export const furniture: readonly Furniture[] = [
  {
    reason: "invisible character",
    // A joiner between two pictures is part of the picture.
    words:
      /\p{Bidi_Control}|[\u200b\u2060\ufeff\u00ad]|(?<!\p{Extended_Pictographic}|\ufe0f)(?:\u200c|\u200d)|(?![\n\t\f])\p{Cc}/gu,
    examples: ["Sea{\u200b}bed cables", "co{\u00ad}operation"],
    not: ["a family 👩‍👧 waited"]
  },
  {
    reason: "HTML entity",
    words: /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,9});/g,
    instead: m => entity(m[0].slice(1, -1)) ?? m[0],
    examples: ["Trade {&amp;} industry", "the minister{&#8217;}s visit"],
    not: ["R&D; talks went on"]
  },
  {
    reason: "HTML tag",
    words:
      /<(?:\/?(?:p|br|div|span|a|b|i|u|em|strong|h[1-6]|ul|ol|li|blockquote|figure|figcaption|img|iframe|table|tr|td|th|tbody|section|article|font|center|small|sup|sub|hr|video|source|amp-[a-z-]+)(?:\s[^<>]{0,600})?\/?|!--[^<>]{0,600}--)>/gi,
    instead: m => (/^<br/i.test(m[0]) ? "\n" : /^<\/(?:p|div|h\d|li|blockquote|tr)/i.test(m[0]) ? "\n\n" : ""),
    examples: ['The port {<a href="/x">}reopened{</a>}.'],
    not: ["a margin of <5 per cent and >3", "<name withheld>"]
  },
  {
    reason: "photo caption",
    words: /\[caption\b[^\]]{0,400}\][^[\]\n]{0,400}\[\/caption\]/gi,
    examples: ['{[caption id="a1" width="300"]The bridge at dusk[/caption]} Traffic resumed.'],
    not: ["The caption [of the picture] was wrong."]
  },
  {
    reason: "shortcode",
    words: new RegExp(
      `\\[/?(?:${shortcodes})(?:\\s[^\\]\\n]{0,600})?/?\\]|\\[/?[a-z][a-z0-9_-]{1,40}\\s+[a-z_-]{1,30}=(?:"[^"\\]]{0,300}"|'[^'\\]]{0,300}'|[^\\s\\]"']{1,300})[^\\]\\n]{0,600}\\]|\\[/[a-z][a-z0-9_-]{1,40}\\]|\\[([a-z][a-z0-9_-]{1,40})(?:\\s[^\\]\\n]{0,200})?\\](?=[^[\\]]{0,2000}\\[/\\1\\])|\\{\\{[^{}\\n]{0,120}\\}\\}|\\{%[^{}\\n]{0,120}%\\}`,
      "g"
    ),
    examples: [
      '{[vc_row]}{[vc_column width="1/2"]}The envoy left.{[/vc_column]}{[/vc_row]}',
      "{[embed]}",
      "He spoke. {{{ ad.slot }}}"
    ],
    not: ["“They [the rebels] signed it,” he said.", "It was [sic] done.", "[Applause] He went on."]
  },
  {
    reason: "agency credit",
    words: bracketCredit,
    examples: [
      "Talks resumed on Friday. {(Reuters)}",
      "The vote was put off. {[AFP]}",
      "Talks resumed on Friday. {(with inputs from agencies)}"
    ],
    // A dateline keeps its agency, and an abbreviation after its name is prose.
    not: ["GENEVA (Reuters) - Talks resumed.", "The Associated Press (AP) reported it.", "KYIV, March 3 (AFP) — Shells fell."]
  },
  {
    reason: "reporting credit",
    line: line(
      /^[([]?\s*(?:(?:additional |further |original )?(?:reporting|writing|editing|written|reported|edited|compiled|translated|translation|produced|graphics?)(?: and (?:reporting|writing|editing))? by\b[^.!?]*|with (?:additional )?(?:inputs?|reporting|files|reports?) (?:from|by)\b[^.!?]*|our (?:thomson )?\S* ?standards:.*|[A-Z][^.!?]{2,120} contributed to this (?:report|story|article)|this (?:story|article|report) (?:has not been edited|was (?:first |originally )?published (?:by|on|in)|is (?:auto-generated|published) from)\b.*)\.?\s*[)\]]?$/i,
      320
    ),
    examples: [
      "{(Reporting by Ana Diaz in Quito; Editing by Tom Bell)}",
      "{Additional reporting by Li Wen}",
      "{Jane Roe in Cairo contributed to this report.}"
    ],
    not: ["Reporting by state media has been thin. Nobody knows why.", "Edited volumes sell badly."]
  },
  {
    reason: "share buttons",
    line: words => isShareLine(words) || isStrip(words),
    examples: [
      "{Share on Facebook}",
      "{Tweet}",
      "{Share this article: Facebook | Twitter | WhatsApp | Email}",
      "{Agency/jr  |  Read original}",
      "{Published by NC. Share | Print | Comments (0)}"
    ],
    not: ["Facebook and Twitter were blocked on Friday.", "Share prices fell.", "Post"]
  },
  {
    reason: "link to more",
    line: line(
      /^[>»→▶►•*\s]*[[(]?(?:(?:also |must |please )?(?:read|see|watch|listen|view)(?: (?:also|more|next|on|this|original|the original|full (?:story|article|text)|the (?:full|rest|whole|original) (?:story|article|post|piece|text|report)(?: (?:here|at|on)\b.{0,60})?|original (?:story|article|post)|it here|more here|more at .{1,60}|more (?:about|on) .{1,60}))?(?:\s*(?:[:|»>›→…]|\.\.\.| [-–—] ).{0,200})?|(?:continue|keep) reading(?:\s*[:|»>›→….].{0,160}| below| here)?|related(?: (?:articles?|stor(?:y|ies)|posts?|content|coverage|news|topics?|reading|links?|video))?(?:\s*:.{0,200})?|more (?:from|on this|stories|news|coverage|in|like this)\b[^.!?]{0,80}|you (?:may|might) (?:also )?(?:like|be interested in|enjoy|have missed)\b.{0,80}|(?:don['’]?t|do not) miss(?:\s*[:|].{0,160})?|(?:recommended|trending|most (?:read|popular|viewed)|popular|top stories|latest (?:news|stories|headlines)|editor['’]?s['’]? (?:picks?|choice)|what to read next|in case you missed it|up next|next (?:story|article)|previous (?:story|article))(?: (?:now|for you|stories|articles|news|reading))?(?:\s*:.{0,160})?|click here(?: (?:to|for)\b.{0,120})?|explore more.{0,60}|go deeper|(?:the )?original (?:article|story|post|source)(?: (?:here|appeared|was published).{0,80})?(?:\s*:.{0,120})?|source(?: link| url)?\s*:\s*\S.{0,80})[\])]?\s*$/i,
      260
    ),
    examples: [
      "{Read original}",
      "{Read more: Two held over port fire}",
      "{ALSO READ: Who pays for the dam?}",
      "{READ | Ten dead in floods}",
      "{Continue reading…}",
      "{Related Stories}"
    ],
    not: [
      "Read more books, the minister said.",
      "See the delegation off, she told them.",
      "Related talks failed.",
      "Watch duty began at noon."
    ]
  },
  {
    reason: "advertisement",
    line: line(
      /^[-–—\s*[(]*(?:advertisements?|advert|ads?|sponsored(?: (?:content|post|links?))?|promoted(?: content)?|paid (?:content|post)|adchoices|(?:advertisement\s*[-–—:]?\s*)?(?:story|article|content|scroll to|continue reading)?\s*(?:continues?|reading)? (?:below|after|to continue)(?: (?:this|the))? ?(?:ad(?:vertisement)?|promotion|video|content)?|(?:the )?(?:story|article) continues (?:below|after).*|report(?: this)? ad|remove ads|advertise with us)[-–—\s*\])]*$/i,
      120
    ),
    examples: ["{Advertisement}", "{ADVERTISEMENT}", "{Story continues below advertisement}", "{Sponsored Content}"],
    not: ["Advertisements for the party were banned.", "Ads ran below cost."]
  },
  {
    reason: "newsletter or follow box",
    line: words => !/\b(?:said|says|told|according)\b/i.test(words) && isBox(words),
    examples: [
      "{Sign up for our newsletter}",
      "{Follow us on Twitter and Facebook.}",
      "{Join our WhatsApp channel for updates}",
      "{Enter your email address}",
      "{Get the day's top stories in your inbox.}",
      "{Follow the Example Courier on Facebook, Twitter and Instagram.}",
      "{Follow her on Twitter @example.}",
      "{If you enjoyed this article, pass it on.}"
    ],
    not: [
      "Join the army, the posters said.",
      "Subscribe to no theory, he told them.",
      "Follow the money on both banks of the river, she wrote.",
      "Follow-up talks with our partners are due, the ministry said by email."
    ]
  },
  {
    reason: "copyright line",
    line: line(
      /^(?:(?:©|\(c\)|copyright\b).{0,200}|all rights reserved\.?.{0,160}|.{0,120}\ball rights reserved\.?\s*(?:this material may not be .{0,160})?|.{0,160}(?:©|\(c\))[^.!?]{0,60}\b(?:19|20)\d\d\b[^.!?]{0,40}\.?|(?:this material|no part of this (?:publication|article|site)) may not be .{0,200}|(?:published|distributed|provided) under (?:a |the )?(?:creative commons|licen[cs]e).{0,120})$/i,
      320
    ),
    examples: ["{© 2021 Northern Courier. All rights reserved.}", "{Copyright 2019 The Example Post}", "{All Rights Reserved}"],
    not: [
      "Copyright law was amended on Monday, and parliament will vote again; see the text. It is long, and the ministry has published a commentary of some forty pages on how courts, publishers and libraries should read the articles, which take effect in stages over the coming three years."
    ]
  },
  {
    reason: "photo credit",
    line: line(
      /^[([]?(?:(?:file |stock |representative |representational |handout )?(?:photo(?:graph)?s?|images?|pictures?|pics?|video|illustration|graphics?|cartoon|credits?|visuals?|footage|screengrab|screenshot)(?: (?:credits?|source|copyright|courtesy))?(?:\s*[:/|©]\s*\S.{0,160}|\s+(?:by|via|courtesy(?: of)?)\s*:?\s*[^.!?,;]{2,60}| for representation(?:al)?(?: purposes?)?(?: only)?)?|(?:file|ap|afp|epa|reuters|getty) (?:photo|image|picture|images)(?:\s*[/:].{0,120})?|[^.!?]{0,140}(?:getty images|ap photo|afp photo|shutterstock|istock|epa-efe|reuters\/[A-Z][\w .'-]{2,40}|\/ ?(?:ap|afp|epa|reuters|getty|anadolu|tass|sputnik|xinhua|pa|upi))[^.!?]{0,60})[)\]]?\.?$/i,
      260
    ),
    examples: [
      "{Photo: Northern Courier/J. Roe}",
      "{Image credit: Ana Diaz}",
      "{(Getty Images)}",
      "{File photo}",
      "{Jane Roe/AFP}",
      "{Photograph by Ana Diaz}"
    ],
    not: [
      "Video of the march was shown on state television.",
      "Images from space show new trenches.",
      "Photos by residents, seen on Friday, showed smoke. They were not confirmed."
    ]
  },
  {
    reason: "photo caption",
    line: line(
      /^[^\n]{3,220}[([](?:image|photo|picture|pic|credit|video|file photo|photo credit|image credit)s?\s*(?::|by\b|courtesy\b|©)[^()[\]]{2,60}[)\]]\.?$/i,
      300
    ),
    examples: ["{The old bridge in winter (Image: EXAMPLE PICTURES)}", "{Villagers wait for buses. (Photo by Ana Diaz)}"],
    not: ["He showed a letter (photo attached) to the court."]
  },
  {
    reason: "link to more",
    words:
      /[[(](?:read|see) (?:more|original|on|also|the (?:full|original) (?:story|article))[\])]|(?:https?:\/\/)?pic\.twitter\.com\/\w+/gi,
    examples: ["He left on Thursday. {[Read original]}", "Smoke rose over the port. {pic.twitter.com/aBc123}"],
    not: ["The order (read aloud in court) stands."]
  },
  {
    reason: "bare link",
    line: line(/^(?:via |link: |source: )?(?:https?:\/\/|www\.)\S{4,300}$/i, 320),
    examples: ["{https://video.example/watch?v=1}"],
    not: ["The ministry put it on https://ministry.example last week."]
  },
  {
    reason: "credit at the end",
    last: line(
      /^(?:--|[[(](?!.*[.!?…]["'”’]?[\])]$)(?:[^()[\]\s]+\s+){0,4}[^()[\]\s]+[\])]|[-–—]\s?(?:(?:\p{Lu}[\p{L}.]*|and|with|agencies|staff|news|wires?)[ ,/&]*){1,6})$/u,
      60
    ),
    examples: ["{[Example-Press/editorial]}", "{(own report)}", "{— Reuters}", "{--}"],
    not: ["(He did not say why.)", "[Applause.]", "— and that, she said, was the end of it."]
  },
  {
    reason: "comment box",
    line: line(
      /^(?:(?:leave|post|add|write|submit) (?:a |your )?(?:comment|reply)s?|(?:view|show|hide|see|read|load|load more|join the)(?: all| more)? (?:comments?|discussion|conversation)(?: \(\d+\))?|(?:\d[\d,]*|no) comments?(?: (?:yet|so far))?|comments?(?: \(\d+\)|: \d+| are closed\.?| section)?|be the first to comment\.?|log ?in to (?:comment|reply|post).{0,60}|(?:please )?(?:log|sign) in to .{0,60}|reply|report abuse|you must be logged in.{0,60}|your comment is awaiting moderation\.?|what do you think\?.{0,80})$/i,
      140
    ),
    examples: ["{Leave a comment}", "{12 Comments}", "{Comments are closed.}"],
    not: ["Comments by the envoy drew protests.", "No comment was offered."]
  },
  {
    reason: "page furniture",
    line: line(
      /^(?:skip to (?:main )?content|back to top|jump to (?:content|comments|navigation)|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)[ -]min(?:ute)?s?(?: of)? read(?:ing)?(?: time)?|(?:estimated )?read(?:ing)? time\s*:?\s*.{0,20}|listen(?: to (?:this|the) (?:article|story))?(?:\s*[:(].{0,30})?|play(?: video| audio)?|pause|mute|loading\W*|please wait\W*|(?:we|this (?:web)?site|our (?:web)?site) uses? cookies.{0,300}|by (?:continuing|using) (?:to (?:use|browse) )?this (?:web)?site.{0,200}|accept(?: all)?(?: cookies)?|(?:please )?(?:enable|turn on) (?:javascript|cookies).{0,120}|(?:you need |your browser does not support |javascript (?:is|must be) ).{0,120}|(?:tags?|topics?|keywords|filed under|categories|category|posted in|labels|sections?)\s*:\s*.{1,200}|toggle (?:navigation|menu|caption)|(?:open|close|main) menu|menu|home|search|hide caption|enlarge this image|view (?:image|gallery|photos|in gallery|all photos).{0,40}|(?:image|photo|slide) \d+ of \d+|\d+ of \d+|[•·*_=~#|–—-]{3,}|#{1,3}|font size.{0,30}|a\+ ?a-?|print(?: this)?(?: (?:article|page))?|report (?:a|an) (?:typo|error|correction|problem).{0,80}|do you have (?:a|any) (?:tip|information|story).{0,120}|got a (?:tip|story).{0,120}|end of (?:story|article|document)|-?\s*ends?\s*-?|xx+|###)$/i,
      340
    ),
    examples: ["{Skip to content}", "{4 min read}", "{Back to top}", "{Tags: border, customs, trade}", "{***}"],
    not: ["Home was far away.", "Search teams found two survivors.", "Play was stopped twice."]
  }
]

/// A stretch of the original to take out.
export interface Cut {
  readonly start: number
  readonly end: number
  readonly reason: string
  readonly instead?: string
}

/// Takes the furniture out of a text, and with it the `known` cuts (a header, a repeated title). The outcome can always be
/// put back: `originalText` of it is `original`.
export function cleaned(original: string, known: readonly Cut[] = []): Pick<Article, "text" | "removed"> {
  const cuts: Cut[] = [...known]
  for (const {reason, words, instead} of furniture) {
    if (!words) continue
    for (const m of original.matchAll(words)) {
      const put = instead?.(m)
      if (put === m[0]) continue
      cuts.push({start: m.index, end: m.index + m[0].length, reason, ...(put ? {instead: put} : {})})
    }
  }
  const inside = cuts.filter(c => c.start < c.end).sort((a, b) => a.start - b.start)
  const lines: {readonly start: number; readonly end: number; readonly words: string; out: boolean}[] = []
  let next = 0
  for (const {start, end} of linesOf(original)) {
    while (next < inside.length && inside[next]!.end <= start) next++
    const words = (
      end - start > longestLine ? original.slice(start, end) : withoutCuts(original, start, end, inside, next)
    ).trim()
    const kind = words.length > longestLine || words === "" ? undefined : furniture.find(f => f.line?.(words))
    if (kind) cuts.push({start, end: afterBlank(original, end), reason: kind.reason})
    lines.push({start, end, words, out: words === "" || kind !== undefined})
  }
  cuts.push(...after(original, lines))
  return applied(original, trimmed(original, joined(cuts)))
}

// A credit after the last sentence: "… on Thursday. (Tideline, staff)".
const lastCredit =
  /(?<=[.!?”"'’)\]][ \t]*)(?:[([](?=\p{Lu}|own\b|with\b|from\b|by\b)(?![^()[\]]*[.!?…]["'”’]?[)\]])(?:[^()[\]\s]+[ \t]+){0,4}[^()[\]\s]+[)\]][ \t]*)+$/u

/// What stands after the last line of prose and is none.
function after(
  original: string,
  lines: readonly {readonly start: number; readonly end: number; readonly words: string; readonly out: boolean}[]
): Cut[] {
  const found: Cut[] = []
  for (const {start, end, words, out} of lines.toReversed()) {
    if (out) continue
    const kind = words.length > longestLine ? undefined : furniture.find(f => f.last?.(words))
    if (kind) {
      found.push({start, end, reason: kind.reason})
      continue
    }
    const from = Math.max(start, end - 300)
    const tail = original.slice(from, end).trimEnd()
    const m = lastCredit.exec(tail)
    // A whole text in brackets is a text.
    if (m && from + m.index > start) found.push({start: from + m.index, end: from + tail.length, reason: "credit at the end"})
    break
  }
  return found
}

/// The lines of a text without their line ends.
export function* linesOf(text: string, from = 0): Generator<{start: number; end: number}> {
  let start = from
  while (start <= text.length) {
    const next = text.indexOf("\n", start)
    const end = next === -1 ? text.length : next
    yield {start, end}
    start = end + 1
  }
}

/// The first offset after `end` that is neither blank nor the rest of a blank line.
export function afterBlank(text: string, end: number): number {
  let at = end
  for (let i = end; i < text.length && /\s/.test(text[i]!); i++) if (text[i] === "\n") at = i + 1
  return at
}

// No line of furniture is longer, shortcodes and tags counted.
const longestLine = 1200

// What a line says once the words inside it are out; `cuts` in order, those before `next` end before the line.
function withoutCuts(text: string, start: number, end: number, cuts: readonly Cut[], next: number): string {
  let out = ""
  let at = start
  for (let i = next; i < cuts.length && cuts[i]!.start < end; i++) {
    const cut = cuts[i]!
    if (cut.start < at) {
      at = Math.max(at, cut.end)
      continue
    }
    out += text.slice(at, cut.start) + (cut.instead ?? "")
    at = cut.end
  }
  return at < end ? out + text.slice(at, end) : out
}

/// Cuts in order; those that overlap become one, the first reason stands.
function joined(cuts: readonly Cut[]): Cut[] {
  const made: Cut[] = []
  for (const cut of [...cuts].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = made.at(-1)
    if (!last || cut.start >= last.end) made.push(cut)
    else if (cut.end > last.end) made[made.length - 1] = {start: last.start, end: cut.end, reason: last.reason}
  }
  return made
}

/// Adds the blank space that would be left before the first word and after the last.
function trimmed(original: string, cuts: readonly Cut[]): readonly Cut[] {
  const blank = "blank space"
  const before: Cut[] = []
  let from = 0
  let first = 0
  for (let at = 0; at < original.length; from = at) {
    const cut = cuts[first]
    if (cut?.start === at && (cut.instead ?? "").trim() === "") {
      before.push({start: cut.start, end: cut.end, reason: cut.reason})
      first++
      at = cut.end
      continue
    }
    const stop = cut?.start ?? original.length
    while (at < stop && /\s/.test(original[at]!)) at++
    if (at === from) break
    before.push({start: from, end: at, reason: blank})
  }
  const after: Cut[] = []
  let to = original.length
  let last = cuts.length
  for (let at = to; at > from; to = at) {
    const cut = last > first ? cuts[last - 1] : undefined
    if (cut?.end === at && (cut.instead ?? "").trim() === "") {
      after.push({start: cut.start, end: cut.end, reason: cut.reason})
      last--
      at = cut.start
      continue
    }
    const stop = cut?.end ?? from
    while (at > stop && /\s/.test(original[at - 1]!)) at--
    if (at === to) break
    after.push({start: at, end: to, reason: blank})
  }
  return [...before, ...cuts.slice(first, last), ...after.reverse()]
}

/// Applies cuts that are in order and do not overlap.
function applied(original: string, cuts: readonly Cut[]): Pick<Article, "text" | "removed"> {
  const removed: Removed[] = []
  const pieces: string[] = []
  let length = 0
  let from = 0
  for (const cut of cuts) {
    pieces.push(original.slice(from, cut.start), cut.instead ?? "")
    length += cut.start - from
    removed.push({
      at: length,
      text: original.slice(cut.start, cut.end),
      reason: cut.reason,
      ...(cut.instead && {instead: cut.instead})
    })
    length += cut.instead?.length ?? 0
    from = cut.end
  }
  pieces.push(original.slice(from))
  return {text: pieces.join(""), removed}
}
