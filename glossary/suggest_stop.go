package glossary

import (
	"strings"

	"golang.org/x/text/language"
)

// stopList has the words of a language that a candidate term does not have: a
// line that begins with "inside" lists those that may stand inside one, but
// not at its edges. In Chinese they are characters.
type stopList struct{ inside, outside map[string]bool }

// stopSheets lists function words, and the verbs and courtesies of letters.
var stopSheets = map[language.Tag]string{
	language.English: `
inside of the and for on to in with at from by a an s
is are was were be been being has have had do does did will would shall should can could may might must not no nor or but if than then
as that this these those which who whom whose what when where how why it its they their them he his she her we our us you your i my me
into through between among during before after under over about above below up down out off per via within without
also such any all both each every other another more most many some same own very so only too here there new first second last
please kindly further following regarding concerning dear sincerely yours sir madam including based well upon made take`,
	language.French: `
inside de du des la le les l d à au aux et en pour sur dans par sous entre
un une ce cet cette ces que qu qui quoi dont où ou ni mais donc or car si ne pas plus se s sa son ses leur leurs notre nos votre vos mon ma mes
il elle ils elles on nous vous je y lui eux est sont été être était a ont avait ayant sera seront serait fait faire peut peuvent doit doivent
avec sans vers chez lors dès afin ainsi comme selon très tout toute tous toutes même aussi notamment cours titre autre autres chaque plusieurs
veuillez prie agréer madame monsieur mesdames messieurs cordialement suivant suivante suivants suivantes ci après avant depuis jusqu n c j m t avoir
premier première deuxième nouveau nouvelle nouveaux nouvelles concernant prochain prochaine également`,
	language.Spanish: `
inside de del la el los las y e en para sobre por con al a
un una unos unas lo que quien quienes cual cuales cuyo donde cuando como si no ni o u pero sino más muy se su sus nuestro nuestra nuestros nuestras
le les nos os me te es son fue fueron ser sido era está están estará ha han había haber sea sean será serán puede pueden debe deben
este esta estos estas ese esa esos esas aquel entre desde hasta sin según durante ante bajo tras así también todo toda todos todas otro otra otros otras
cada mismo misma tanto estimado estimada señor señora atentamente sírvase ruego siguiente siguientes primer primera segundo nuevo nueva nuevos nuevas`,
	language.Russian: `
inside и в на по для с о об
а но или ни не же ли бы что чтобы как так если то тот та те это этот эта эти этого этой этих который которая которое которые которых которой
из от до за к ко у при под над про через между без во со ото обо после перед также его ее их он она они оно мы вы я нам вам нас вас наш ваш свой своих
был была было были быть будет будут является являются может могут должен должны все всех всего весь вся каждый другой другие других иной
уважаемый уважаемая господин госпожа просьба прошу следующий следующие новый новая новые первый второй более менее очень уже еще только том числе`,
	language.Arabic: `
inside في من على إلى و
عن مع أن إن لا ما لم لن قد هو هي هم هذا هذه ذلك تلك الذي التي الذين كان كانت يكون تكون كل بعض غير بين عند منذ حتى أو ثم بل كما لدى أي إذا حيث
بعد قبل خلال حول دون سوف تم يتم التالي التالية أيضا السيد السيدة سيدي سيدتي يرجى تحية جميع أخرى آخر نحو ضمن وفقا كذلك يمكن بحلول سيما له لها لهم به بها فيه فيها منها عليها إليها`,
	language.Chinese: `
inside 和 与 及 的
在 了 是 为 对 将 等 其 该 本 有 由 以 于 并 从 到 向 请 我 您 你 他 这 那 各 之 所 也 不 把 被 让 使 但 或 而 则 若 如 就 都 已 可 会 能 应 须 需 即 至 自 且 又 还 更 最 很 此 每 们 年 月 日 时 第 一 二 三 四 五 六 七 八 九 十 个 项 次 届 先 女 士 者 给 按 据`,
}

// stopsOf gives the stop list of a language; empty for one without a sheet.
func stopsOf(lang language.Tag, fold func(rune) rune) stopList {
	out := stopList{map[string]bool{}, map[string]bool{}}
	for line := range strings.Lines(stopSheets[base(lang)]) {
		words := strings.Fields(line)
		set := out.outside
		if len(words) > 0 && words[0] == "inside" {
			set, words = out.inside, words[1:]
		}
		for _, w := range words {
			set[strings.Map(fold, w)] = true
		}
	}
	return out
}
