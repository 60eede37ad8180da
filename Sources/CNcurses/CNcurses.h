// What Swift cannot import from ncursesw by itself: globals, macros with casts, variadics.
#ifndef RAPPORT_CNCURSES_H
#define RAPPORT_CNCURSES_H

#if !__has_include(<curses.h>)
#error "ncurses is missing: sudo apt-get install libncurses-dev (Debian, Ubuntu) or brew install ncurses (macOS)"
#endif

// Without one of these the wide calls (cchar_t, setcchar) are not declared.
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#ifndef NCURSES_NOMACROS
#define NCURSES_NOMACROS 1
#endif
#include <stddef.h>
#include <stdio.h>
#include <wchar.h>
#include <curses.h>
#include <term.h>

static inline WINDOW *nc_current_screen(void) { return curscr; }
static inline int nc_colours(void) { return COLORS; }
static inline int nc_colour_pairs(void) { return COLOR_PAIRS; }

static inline attr_t nc_bold(void) { return A_BOLD; }
static inline attr_t nc_dim(void) { return A_DIM; }
static inline attr_t nc_underline(void) { return A_UNDERLINE; }
static inline attr_t nc_reverse(void) { return A_REVERSE; }
static inline attr_t nc_italic(void) {
#ifdef A_ITALIC
    return A_ITALIC;
#else
    return A_UNDERLINE;
#endif
}

// One pair beyond the 32,767 of the short API where the library can.
static inline int nc_init_pair(int pair, int foreground, int background) {
#if defined(NCURSES_EXT_COLORS) && NCURSES_EXT_COLORS
    return init_extended_pair(pair, foreground, background);
#else
    return init_pair((short)pair, (short)foreground, (short)background);
#endif
}

// `text` ends with 0 and holds a base and at most two combining marks.
static inline int nc_set_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
#if defined(NCURSES_EXT_COLORS) && NCURSES_EXT_COLORS
    return setcchar(cell, text, attributes, (short)0, &pair);
#else
    return setcchar(cell, text, attributes, (short)pair, (void *)0);
#endif
}

// -1: no such entry. 0: it cannot move the cursor. 1: fit for a full screen.
static inline int nc_check_terminal(const char *name, int fd) {
    int found = 0;
    if (setupterm((char *)name, fd, &found) != OK || found != 1) return -1;
    const char *move = tigetstr((char *)"cup");
    int fit = move != (const char *)0 && move != (const char *)-1;
    TERMINAL *probed = cur_term;
    set_curterm((TERMINAL *)0);
    del_curterm(probed);
    return fit;
}

// Loads a description without taking the terminal, for a check-up; 1 when there is one.
static inline int nc_load_description(const char *name, int fd) {
    int found = 0;
    return setupterm((char *)name, fd, &found) == OK && found == 1;
}
static inline void nc_drop_description(void) {
    TERMINAL *loaded = cur_term;
    set_curterm((TERMINAL *)0);
    del_curterm(loaded);
}
// A number of the description, below 0 for none.
static inline int nc_number(const char *name) { return tigetnum((char *)name); }

// A string capability without its $<…> delays; returns its length, 0 when the terminal has none.
static inline size_t nc_capability(const char *name, char *out, size_t room) {
    const char *from = tigetstr((char *)name);
    size_t used = 0;
    if (from == (const char *)0 || from == (const char *)-1) return 0;
    while (*from && used < room) {
        if (from[0] == '$' && from[1] == '<') {
            while (*from && *from != '>') from++;
            if (*from) from++;
        } else {
            out[used++] = *from++;
        }
    }
    return used;
}

// True for a flag of the description that says so, such as XT.
static inline int nc_flag(const char *name) { return tigetflag((char *)name) == 1; }

static inline SCREEN *nc_new_terminal(const char *name, FILE *out, FILE *in) { return newterm((char *)name, out, in); }

// term.h defines these short words as macros.
#undef lines
#undef columns
#undef tab
#endif
