extension Mutation {
    /// What can no longer be played as it should.
    static let story = [
        Mutation(
            name: "a timeout is removed", after: "title: OnHold", edit: .replace("#timeout", with: "#move:validate"),
            code: "RP0401", at: .line("<<reply_within 75>>", after: "title: OnHold")),
        Mutation(
            name: "a clock at the end of a story", after: "title: HalfThere",
            edit: .insertAbove("<<detour Reflections>>", "<<reply_within 30>>"),
            code: "RP0401"),
        Mutation(
            name: "a clock is removed", after: "title: WhatMatters", edit: .deleteLine("<<reply_within"),
            code: "RP0513",
            at: .line("-> … #timeout", after: "title: WhatMatters")),
        Mutation(
            name: "a second pause", edit: .replace("#move:validate #move:narrate-action", with: "#pause"),
            code: "RP0402",
            at: .line("-> (wait a beat) #pause")),
        Mutation(
            name: "a word of the coach is removed", edit: .deleteLine("    Coach:"), code: "RP0403",
            at: .line("-> Saturday first")),
        Mutation(name: "an option without a move", edit: .replace("#move:minimise ", with: ""), code: "RP0404"),
        Mutation(
            name: "the coach quotes what was not said",
            edit: .replace("[quote]what has to be in", with: "[quote]what had to be in"),
            code: "RP0405"),
        Mutation(
            name: "a node is orphaned", edit: .deleteLine("<<detour MarcosDesk>>"), code: "RP0511",
            at: .line("title: MarcosDesk"), also: ["RP0512"]),
        Mutation(
            name: "a node that nothing mentions",
            edit: .insertAbove("title: Cooling", "title: Attic\n---\nScene: Dust. #line:x1\n===\n"),
            code: "RP0511"),
        Mutation(
            name: "a condition that is impossible", edit: .replace("trust() < 30", with: "trust() < 0"), code: "RP0512"),
        Mutation(
            name: "a condition that always holds", after: "title: SendIt",
            edit: .replace("$plan == \"split\" and trust() >= 55", with: "trust() >= 0"), code: "RP0512",
            at: .line("<<elseif $plan == \"split\">>", after: "title: SendIt"), also: ["RP0514"]),
        Mutation(
            name: "words behind a jump",
            edit: .insertBelow("    <<jump WhatMatters>>", "    Priya: and another thing #line:x1"),
            code: "RP0512", also: ["YS0008"]),
        Mutation(
            name: "an option that nobody may choose",
            edit: .replace("not visited(\"CourierAfternoon\")", with: "trust() > 100"),
            code: "RP0513"),
        Mutation(
            name: "the way to an ending is cut",
            edit: .replaceAll("<<jump HandedOver>>", with: "<<jump RefundAndGone>>"),
            code: "RP0514", at: .line("title: HandedOver")),
        Mutation(
            name: "an ending is no ending any more", edit: .deleteLine("ending: refund-and-gone"), code: "RP0515",
            at: .line("title: RefundAndGone")),
        Mutation(
            name: "an option leads nowhere", edit: .deleteLine("    <<jump WhatMatters>>"), code: "RP0515",
            at: .line("-> Saturday first")),
        Mutation(
            name: "a node goes round for ever", edit: .replaceAll("<<jump HandedOver>>", with: "<<jump HandOver>>"),
            code: "RP0516", at: .line("title: HandOver"), also: ["RP0514"]),
        Mutation(
            name: "two nodes without a moment lead to each other", after: "title: AfterRepair",
            edit: .replace("<<jump ThreeWays>>", with: "<<jump AfterRepair>>"), code: "RP0517"),
        Mutation(
            name: "a computed name that no node has", after: "title: SendIt",
            edit: .replace("<<jump AllThere>>", with: "<<jump {\"AllTheir\"}>>"), code: "RP0518",
            also: ["RP0514", "RP0521"]),
        Mutation(
            name: "a promise that never falls due", edit: .replaceAll("<<later ", with: "<<wait "),
            code: "RP0521", at: .line("<<promise status 15m>>")),
        Mutation(
            name: "a promise nobody comes back to", edit: .insertBelow("<<queue 7>>", "<<promise call 5m>>"),
            code: "RP0522"),
        Mutation(
            name: "a promise is kept before it is made", edit: .insertBelow("<<queue 7>>", "<<keep status>>"),
            code: "RP0523"),
        Mutation(
            name: "nobody asks a variable any more",
            edit: .replace("kept(\"status\") and $moved", with: "kept(\"status\")"),
            code: "RP0524", at: .line("<<declare $moved"), also: ["RP0512"]),
    ]

    /// What people should not have to read.
    static let people = [
        Mutation(
            name: "a moment that is no dilemma", edit: .replace("<<trust +5>>", with: "<<trust +15>>"), code: "RP0601",
            at: .line("-> Saturday first")),
        Mutation(
            name: "a coach who scolds", edit: .replace("Try naming Saturday", with: "You should have named Saturday"),
            code: "RP0602"),
        Mutation(
            name: "a coach who talks",
            edit: .replace("half a sentence first.", with: "half a sentence first. Then wait."),
            code: "RP0603"),
        Mutation(
            name: "a chat line like a letter",
            edit: .replace(
                "youre the third person im typing this to",
                with:
                    "youre the third person im typing this to and the other two were kind about it and said that they "
                    + "would look and that somebody would write and nobody did and so i sit here under a desk and type it all "
                    + "again for you"), code: "RP0604"),
        Mutation(
            name: "a telephone number", edit: .replace("hi. order 48213. again", with: "hi. call me, 0171 4429 8876"),
            code: "RP0606"),
        Mutation(
            name: "a mail address in a header", edit: .replace("third contact.", with: "priya@nair-family.co.uk"),
            code: "RP0606"),
        Mutation(
            name: "an address that is cut short",
            edit: .insertBelow("<<queue 7>>", "Scene: The page says https://example.com. #line:x1"),
            code: "RP0611"),
        Mutation(
            name: "and and or without brackets", after: "title: Agreed",
            edit: .replace("$slot == \"morning\"", with: "$slot == \"morning\" or $grace"), code: "RP0612",
            also: ["RP0512"]),
        Mutation(
            name: "not before a comparison", edit: .replace("not $mailing", with: "not $mailing == true"),
            code: "RP0613"),
        Mutation(
            name: "a condition that does not protect",
            edit: .replace(
                "$plan == \"split\" and trust() >= 55",
                with: "$plan == \"split\" and trust() >= 55 and 60 % $minutes == 0"),
            code: "RP0614"),
        Mutation(
            name: "a body that leans out", edit: .replace("    <<jump Cooling>>", with: "  <<jump Cooling>>"),
            code: "RP0615"),
    ]
}
