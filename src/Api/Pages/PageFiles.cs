using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace SupportAgents.Api.Pages;

/// <summary>The customer's page and the staff's, with their scripts and styles.</summary>
public static class PageFiles
{
    private static readonly Dictionary<string, string> Pages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/"] = "/index.html",
        ["/desk"] = "/desk.html",
    };

    /// <summary>Adds what the pages are configured by.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddOptions<EmbedOptions>().BindConfiguration("Support:Embed")
            .Validate(options => options.IsSound, "Support:Embed:Origins must be origins such as https://shop.example").ValidateOnStart();
        return services;
    }

    /// <summary>Serves them from this assembly, at <c>/</c> and <c>/desk</c>.</summary>
    public static IApplicationBuilder UsePages(this IApplicationBuilder app)
    {
        var files = new EmbeddedFileProvider(typeof(PageFiles).Assembly, "wwwroot");
        var types = new FileExtensionContentTypeProvider { Mappings = { [".mjs"] = "text/javascript" } };
        app.UseWhen(context => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method), pages =>
        {
            pages.Use((context, next) =>
            {
                if (Pages.TryGetValue(context.Request.Path.Value ?? "", out var page))
                    context.Request.Path = page;
                return next(context);
            });
            pages.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = files,
                ContentTypeProvider = types,
                // A page and its scripts must be of one version; the entity tag makes asking again cheap.
                OnPrepareResponse = served => served.Context.Response.Headers.CacheControl = "no-cache",
            });
        });
        return app;
    }
}
