// Listening hears what a typed reply does to a conversation: which moves it makes, with how much confidence, and which words
// show it. It also reads the plain things that moves alone do not say: questions, promised times, the parts of an apology,
// and whether a reply picks up what the customer has just said.
//
// Everything here is a pure function of the words, of what is known, and of one table (`HearingTable`) that was trained on our
// own lines (`Content/moves`). Nothing touches a file, a clock or the network.
