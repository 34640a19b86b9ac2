-- What the step deferred fails here, under its own settings and while it can be cancelled, not at COMMIT.
set constraints all immediate
