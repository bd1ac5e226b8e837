/*
 * The wall clock of one process, so many seconds ahead of or behind the machine's: the number that the file named by ANALYTICS_CLOCK holds.
 * Timers keep to the monotonic clock, which is left alone; libfaketime lets .NET's timed waits end too early. No header is needed.
 */
struct timespec { long seconds, nanoseconds; };
long syscall(long number, ...);
char *getenv(const char *name);
int open(const char *path, int flags, ...);
long read(int file, void *into, unsigned long count);
int close(int file);
long atol(const char *text);

#ifdef __aarch64__
#define CLOCK_GETTIME 113
#else
#define CLOCK_GETTIME 228
#endif

static long shift(void)
{
    char text[32];
    const char *path = getenv("ANALYTICS_CLOCK");
    int file = path ? open(path, 0) : -1;
    long count = file < 0 ? 0 : read(file, text, sizeof text - 1);
    if (file >= 0)
        close(file);
    text[count > 0 ? count : 0] = 0;
    return count > 0 ? atol(text) : 0;
}

int clock_gettime(int clock, struct timespec *now)
{
    long result = syscall(CLOCK_GETTIME, clock, now);
    /* CLOCK_REALTIME and its coarse twin. */
    if (clock == 0 || clock == 5)
        now->seconds += shift();
    return (int)result;
}
