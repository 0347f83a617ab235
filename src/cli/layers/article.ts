import {dayOf} from "../../articles/days.ts"
import {cleaned} from "../../articles/furniture.ts"
import {pageDraft} from "../../articles/page/page.ts"
import {isText, type Layer, wanted} from "./layer.ts"

export const article: Layer = {
  name: "article",
  says: "the text, title, byline, day and publisher of a web page",
  open: () => question => {
    const page = wanted(question, "html", isText, "the page's HTML")
    const draft = pageDraft(page, isText(question.url) ? question.url : undefined)
    if ("reason" in draft) return {text: ""}
    return {
      text: cleaned(draft.text).text,
      title: draft.title,
      byline: draft.byline,
      published: draft.published === undefined ? undefined : dayOf(draft.published),
      publisher: draft.publisher
    }
  }
}
