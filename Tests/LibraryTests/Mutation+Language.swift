extension Mutation {
    static let all = language + words + story + people

    /// What is no right Yarn any more.
    private static let language = [
        Mutation(
            name: "an endif is deleted", after: "title: OnHold", edit: .deleteLine("<<endif>>"), code: "YS0007",
            at: .line("<<if $gil>>")),
        Mutation(
            name: "an endif is misspelt", after: "title: OnHold", edit: .replace("<<endif>>", with: "<<endfi>>"),
            code: "YS0007", at: .line("<<if $gil>>"), also: ["RP0301"]),
        Mutation(
            name: "else if in two words", after: "title: AllThere", edit: .replace("<<elseif", with: "<<else if"),
            code: "YS0005"),
        Mutation(
            name: "a jump is broken", edit: .replace("<<jump WhatMatters>>", with: "<<jump WhatMaters>>"),
            code: "YS0012"),
        Mutation(
            name: "a detour is broken", edit: .replace("<<detour MarcosDesk>>", with: "<<detour MarcoDesk>>"),
            code: "YS0012"),
        Mutation(
            name: "an === is removed", after: "title: Start", edit: .deleteLine("==="), code: "YS0004",
            at: .line("title: WhatMatters")),
        Mutation(
            name: "a --- is removed", after: "title: WhatMatters", edit: .deleteLine("---"), code: "RP0101"),
        Mutation(
            name: "a command is not closed", edit: .replace("<<trust +5>>", with: "<<trust +5"), code: "YS0006"),
        Mutation(
            name: "condition and hashtag are swapped",
            edit: .replace("<<if difficulty() >= 3>> #cue:sarcasm", with: "#cue:sarcasm <<if difficulty() >= 3>>"),
            code: "YS0005"),
        Mutation(
            name: "a command behind text",
            edit: .replace(" #rupture #emotion:bitter", with: " <<wait 1>> #emotion:bitter"),
            code: "YS0020"),
        Mutation(
            name: "a blank line between options", edit: .insertAbove("-> Three times", ""), code: "RP0901",
            at: .line("-> Three times")),
        Mutation(
            name: "an empty line in a body", edit: .insertAbove("    Coach: [quote]what has to be", ""), code: "RP0902",
            at: .line("    Coach: [quote]what has to be")),
        Mutation(
            name: "a number becomes a text", edit: .replace("<<set $minutes = 15>>", with: "<<set $minutes = \"15\">>"),
            code: "YS0002", also: ["YS0050"]),
        Mutation(
            name: "a number is compared with a text", edit: .replace("trust() >= 50", with: "trust() >= \"50\""),
            code: "YS0050"),
        Mutation(
            name: "two lines have one id", edit: .replace("#line:ld004", with: "#line:ld003"), code: "YS0018"),
        Mutation(
            name: "a function is misspelt", edit: .replace("<<if trust() >= 50>>", with: "<<if trsut() >= 50>>"),
            code: "YS0013"),
        Mutation(
            name: "a variable is misspelt", after: "title: OnHold", edit: .replace("$gil", with: "$gill"),
            code: "YS0003", also: ["RP0512", "RP0524"]),
        Mutation(
            name: "a declared variable nobody uses", edit: .insertBelow("<<declare $moon", "<<declare $sun = false>>"),
            code: "YS0010"),
        Mutation(
            name: "a tag of markup is not closed", edit: .replace("[/quote] shows her", with: " shows her"),
            code: "YS0063", also: ["RP0405"]),
    ]

    /// Words that the scenario language does not have.
    private static let words = [
        Mutation(name: "a command is misspelt", edit: .replace("<<trust", with: "<<trsut"), code: "RP0301"),
        Mutation(name: "a change without a sign", edit: .replace("<<trust +5>>", with: "<<trust 5>>"), code: "RP0301"),
        Mutation(
            name: "a channel that does not exist", edit: .replace("<<channel email>>", with: "<<channel fax>>"),
            code: "RP0301"),
        Mutation(
            name: "an attachment without a name",
            edit: .replace("<<attach \"map-of-the-moon.pdf\">>", with: "<<attach>>"),
            code: "RP0301"),
        Mutation(
            name: "a header is misspelt", after: "title: WhatMatters", edit: .replace("moment:", with: "momnet:"),
            code: "RP0101"),
        Mutation(
            name: "a header of the first node is misspelt", edit: .replace("difficulty:", with: "dificulty:"),
            code: "RP0101"),
        Mutation(
            name: "a header of the first node elsewhere", edit: .insertBelow("title: WhatMatters", "heat: 3"),
            code: "RP0101"),
        Mutation(name: "a measure out of range", edit: .replace("trust: 40", with: "trust: 400"), code: "RP0102"),
        Mutation(
            name: "a customer nobody knows", edit: .replace("customer: Priya", with: "customer: Pria"), code: "RP0102"),
        Mutation(
            name: "a skill that does not exist", edit: .replace("skills: focusing", with: "skills: focussing"),
            code: "RP0102"),
        Mutation(
            name: "a channel that is not announced", edit: .replace("channels: chat, email", with: "channels: chat"),
            code: "RP0102", at: .line("<<channel email>>")),
        Mutation(
            name: "an ending without an outcome", edit: .deleteLine("outcome: lost"), code: "RP0102",
            at: .line("ending: refund-and-gone")),
        Mutation(
            name: "a title is missing", edit: .deleteLine("scenario: "), code: "RP0103", at: .line("title: Start")),
        Mutation(
            name: "a step back to nowhere", edit: .replace("step_back: HandOver", with: "step_back: HandOvr"),
            code: "RP0104"),
        Mutation(name: "a speaker is misspelt", edit: .replace("Priya: hi", with: "Prya: hi"), code: "RP0201"),
        Mutation(name: "a line without a speaker", edit: .replace("Priya: hi", with: "hi"), code: "RP0201"),
        Mutation(name: "a hashtag is misspelt", edit: .replace("#emotion:", with: "#emotoin:"), code: "RP0202"),
        Mutation(
            name: "a feeling is misspelt", edit: .replace("#emotion:weary", with: "#emotion:wearry"), code: "RP0203"),
        Mutation(
            name: "a move is misspelt", edit: .replace("#move:focusing-question", with: "#move:focussing-question"),
            code: "RP0203"),
        Mutation(name: "an id is missing", edit: .replace(" #line:ld010", with: ""), code: "RP0204"),
        Mutation(
            name: "another promise is kept", edit: .replace("<<keep status>>", with: "<<keep statsu>>"), code: "RP0302"),
        Mutation(
            name: "another promise is asked about", edit: .replace("missed(\"status\")", with: "missed(\"statsu\")"),
            code: "RP0302"),
        Mutation(
            name: "a move nobody can make is asked about",
            edit: .replace("said(\"over-promise\")", with: "said(\"overpromise\")"),
            code: "RP0303"),
    ]
}
