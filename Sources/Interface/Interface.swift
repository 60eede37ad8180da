/// **Interface**: screens and panes. State in, cells out, and what is wanted of the world as data.
///
/// A ``Screen`` is a value: it takes an ``Action`` and answers with ``Effect``s, and it draws itself. It reads no file, no
/// clock and no terminal; time is handed in. Panes (chat, email) are functions from a `Session` to lines of styled text.
/// The ``Compositor`` holds the screens and what lies over them, and turns keys into actions. Keys are data: the one
/// ``KeyTable`` is dispatch, footer, help, palette and command line.
///
/// Folders: `Look` (roles, themes, glyphs), `Keys` (actions, the table, commands), `Layers` (the compositor and what lies
/// over a screen), `Text` (styled lines), `Controls` (the small things that screens are made of: a line editor, lists,
/// gauges …), `Panes`, `Screens`, `Narration` (the same screens in sentences, for plain mode).
public enum Interface {
    /// The smallest window that can be practised in, in cells.
    public static let smallestColumns = 60, smallestRows = 16
}
