// What a page answers: itself or a refusal. A form that was accepted leads on, to a page that says what happened.
global using Sent = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult,
    Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;
global using Shown = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;
